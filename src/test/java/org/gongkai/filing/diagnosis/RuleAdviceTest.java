package org.gongkai.filing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Rule;
import org.gongkai.rules.book.RuleBook;
import org.junit.jupiter.api.Test;

class RuleAdviceTest {

    @Test
    void hasAnAdviceForEachRule() {
        Set<String> rules = Stream.concat(
                        Stream.of(Finding.SHAPE),
                        Forms.all().stream()
                                .flatMap(form -> RuleBook.of(form).rules().stream())
                                .map(Rule::id))
                .collect(Collectors.toSet());

        assertThat(RuleAdvice.rules()).isEqualTo(rules);
    }
}
