package org.gongkai.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    private static final SqlScript SCRIPT = SqlScript.of("/org/gongkai/sql/script.sql");

    /** The choices in {@code script.sql}. */
    public record Choices(boolean outer, boolean inner, String columns) {}

    /** A record without the variables of the script. */
    public record NoChoices() {}

    @Test
    void choosesParts() {
        assertThat(SCRIPT.with(new Choices(true, true, "a, b")).text())
                .isEqualTo("select a, b, now() at time zone 'UTC'\nfrom outer_inner\nwhere c = ? and d = any(?)");
        assertThat(SCRIPT.with(new Choices(true, false, "a")).text()).contains("from outer_only");
        assertThat(SCRIPT.with(new Choices(false, true, "a")).text()).contains("from neither");
    }

    @Test
    void namesParametersInTheirOrder() {
        assertThat(SCRIPT.with(new Choices(false, false, "a")).names()).isEqualTo(List.of("one", "many"));
    }

    @Test
    void refusesMissingVariables() {
        assertThatThrownBy(() -> SCRIPT.with(new NoChoices()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No Boolean for the variable outer");
    }
}
