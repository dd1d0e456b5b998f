package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "53100", "58030", "25006"})
    void isAnOutageWhenTheServerIsGoneOrFull(String state) {
        assertThat(DatabaseFailure.isOutage(new IllegalStateException(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sorry, acquisition timeout!", "Acquisition timeout while waiting for new connection"})
    void isAnOutageWhenThePoolIsExhausted(String message) {
        assertThat(DatabaseFailure.isOutage(new SQLException(message))).isTrue();
    }

    @Test
    void isAnInternalErrorOtherwise() {
        assertThat(DatabaseFailure.isOutage(new SQLException("", "23505"))).isFalse();
        assertThat(DatabaseFailure.isOutage(new IllegalStateException("no database in it")))
                .isFalse();
    }
}
