package org.gongkai.filing.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.district.Districts;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Rule;
import org.gongkai.rules.RuleChange;
import org.gongkai.rules.Threshold;
import org.gongkai.rules.Thresholds;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Access;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** Checks a {@link RulePreviewRequest}, and limits it to the reports of the caller. */
@ApplicationScoped
class PreviewCheck {

    private static final Text YEARS =
            new Text("应为 1 至 %s 个报告年度", "Must be 1 to %s report years").with(RulePreviewRequest.MAX_YEARS);
    private static final Text CHANGES =
            new Text("应为 1 至 %s 项规则改动", "Must be 1 to %s changes of rules").with(RulePreviewRequest.MAX_CHANGES);
    private static final Text NO_FORM = new Text("没有适用的格式，最早的年度是 %s", "No form covers it; the first year is %s");
    private static final Text UNKNOWN_RULE =
            new Text("规则库没有这条规则，见 /api/v1/rules", "Not a rule of the rule book; see /api/v1/rules");
    private static final Text REPEATED = new Text("同一规则改动了两次", "The same rule is changed twice");
    private static final Text UNKNOWN_THRESHOLD = new Text("该规则没有这项界限值", "The rule has no such threshold");
    private static final Text OUT_OF_RANGE =
            new Text("应为 %s 至 %s 之间的数，小数不超过 %s 位", "Must be a number from %s to %s, with at most %s decimals");

    private final OwnReports own;
    private final Access access;

    PreviewCheck(OwnReports own, Access access) {
        this.own = own;
        this.access = access;
    }

    /**
     * Returns the checked question. Needs a transaction.
     *
     * @throws ProblemException with all faults, or if the token is limited to other years, or if the district is unknown
     */
    PreviewQuestion checked(RulePreviewRequest request) {
        List<Finding> faults = new ArrayList<>();
        checkYears(request.years(), faults);
        checkChanges(request.changes(), faults);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
        Set<Integer> years = new TreeSet<>(request.years());
        years.forEach(access.years()::require);
        Optional<String> district = Optional.ofNullable(request.district());
        district.ifPresent(Districts::require);
        return new PreviewQuestion(
                List.copyOf(years),
                district,
                own.limits().agencies(),
                request.changes().stream().map(PreviewCheck::change).toList());
    }

    private static void checkYears(List<Integer> years, List<Finding> faults) {
        if (years == null || years.isEmpty() || years.size() > RulePreviewRequest.MAX_YEARS) {
            faults.add(Finding.ofShape("/years", null, YEARS));
            return;
        }
        for (int index = 0; index < years.size(); index++) {
            Integer year = years.get(index);
            if (year == null || Forms.of(year).isEmpty()) {
                faults.add(Finding.ofShape("/years/" + index, null, NO_FORM.with(String.valueOf(Forms.firstYear()))));
            }
        }
    }

    private static void checkChanges(List<RuleChangeRequest> changes, List<Finding> faults) {
        if (changes == null || changes.isEmpty() || changes.size() > RulePreviewRequest.MAX_CHANGES) {
            faults.add(Finding.ofShape("/changes", null, CHANGES));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < changes.size(); index++) {
            checkChange("/changes/" + index, changes.get(index), seen, faults);
        }
    }

    private static void checkChange(String at, RuleChangeRequest change, Set<String> seen, List<Finding> faults) {
        Optional<Rule> rule = Optional.ofNullable(change).flatMap(PreviewCheck::rule);
        if (rule.isEmpty()) {
            faults.add(Finding.ofShape(at + "/rule", null, UNKNOWN_RULE));
        } else if (!seen.add(change.rule())) {
            faults.add(Finding.ofShape(at + "/rule", null, REPEATED));
        } else {
            thresholds(change)
                    .forEach((name, value) ->
                            checkThreshold(at + "/thresholds" + Pointers.step(name), rule.get(), name, value, faults));
        }
    }

    private static void checkThreshold(String at, Rule rule, String name, BigDecimal value, List<Finding> faults) {
        Optional<Threshold> threshold = rule.thresholds().stream()
                .filter(other -> other.name().equals(name))
                .findFirst();
        if (threshold.isEmpty()) {
            faults.add(Finding.ofShape(at, null, UNKNOWN_THRESHOLD));
        } else if (value == null || !threshold.get().allows(value)) {
            Threshold bound = threshold.get();
            faults.add(Finding.ofShape(
                    at,
                    null,
                    OUT_OF_RANGE.with(bound.min().toPlainString(), bound.max().toPlainString(), bound.decimals())));
        }
    }

    private static Optional<Rule> rule(RuleChangeRequest change) {
        return RuleBook.all().stream()
                .filter(rule -> rule.id().equals(change.rule()))
                .findFirst();
    }

    private static Map<String, BigDecimal> thresholds(RuleChangeRequest change) {
        return change.thresholds() == null ? Map.of() : change.thresholds();
    }

    private static RuleChange change(RuleChangeRequest change) {
        RuleSetting setting = change.severity() == null
                ? RuleSetting.of(rule(change).orElseThrow().severity())
                : change.severity();
        return new RuleChange(change.rule(), setting.severity(), new Thresholds(thresholds(change)));
    }
}
