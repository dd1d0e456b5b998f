package org.gongkai.filing.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Severity;
import org.gongkai.rules.book.RuleBook;

/** Checks that a filter names rules whose violations are warnings, which need an explanation. */
@ApplicationScoped
public class WarningRules implements ParameterCheck {

    private static final List<String> IDS = Forms.all().stream()
            .flatMap(form -> RuleBook.of(form).rules().stream())
            .filter(rule -> rule.severity() == Severity.WARNING)
            .map(Rule::id)
            .distinct()
            .toList();

    @Override
    public List<ParameterFault> faults(String name, List<String> values) {
        return ListParameter.unknown(name, values, IDS);
    }
}
