package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Rule;
import org.gongkai.rules.RuleChange;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Threshold;
import org.gongkai.rules.Thresholds;
import org.gongkai.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdTest {

    private static final Form FORM = Forms.OF_2021;

    @ParameterizedTest
    @MethodSource("thresholds")
    void isNamedOnceInItsRule_andTakesEffectInTheFormula(Rule rule, Threshold threshold) {
        assertThat(rule.thresholds().stream().map(Threshold::name)).doesNotHaveDuplicates();
        assertThat(threshold.allows(threshold.standard())).isTrue();
        boolean isPrinted = !List.of("minLength", "roundingError").contains(threshold.name());
        String changed = formula(rule, Map.of(threshold.name(), threshold.max()));

        assertThat(changed.equals(formula(rule, Map.of()))).isNotEqualTo(isPrinted);
    }

    static Stream<Arguments> thresholds() {
        return RuleBook.all().stream()
                .flatMap(rule -> rule.thresholds().stream().map(threshold -> Arguments.of(rule, threshold)));
    }

    private static String formula(Rule rule, Map<String, BigDecimal> values) {
        RuleBook book = RuleBook.changed(
                FORM, List.of(new RuleChange(rule.id(), Optional.of(rule.severity()), new Thresholds(values))));
        return book.conditions(book.rules().stream()
                        .filter(other -> other.id().equals(rule.id()))
                        .findFirst()
                        .orElseThrow())
                .get(0)
                .formula()
                .zh();
    }

    @Test
    void allowsOnlyItsRangeAndDecimals() {
        Threshold threshold = Threshold.of("percent", Text.of("share"), Text.of("%"), "90", "10", "100", 0);

        assertThat(threshold.allows(new BigDecimal("10"))).isTrue();
        assertThat(threshold.allows(new BigDecimal("1E+2"))).isTrue();
        assertThat(threshold.allows(new BigDecimal("9"))).isFalse();
        assertThat(threshold.allows(new BigDecimal("101"))).isFalse();
        assertThat(threshold.allows(new BigDecimal("50.5"))).isFalse();
    }

    @Test
    void refusesAStandardOutsideItsRange() {
        assertThatThrownBy(() -> Threshold.of("percent", Text.of("share"), Text.of("%"), "9", "10", "100", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isOfABookWithoutARuleThatIsOff() {
        RuleBook without =
                RuleBook.changed(FORM, List.of(new RuleChange("FIGURE-JUMP", Optional.empty(), Thresholds.STANDARD)));
        RuleBook stricter = RuleBook.changed(
                FORM, List.of(new RuleChange("LATE", Optional.of(Severity.ERROR), Thresholds.STANDARD)));

        assertThat(without.rules().stream().map(Rule::id)).doesNotContain("FIGURE-JUMP");
        assertThat(without.rules()).hasSize(RuleBook.of(FORM).rules().size() - 1);
        assertThat(stricter.rules().stream()
                        .filter(rule -> rule.id().equals("LATE"))
                        .map(Rule::severity))
                .containsExactly(Severity.ERROR);
    }
}
