package org.gongkai.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.http.load.AnswerBudget.Sending;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets for bytes, and the clients that they are counted for. */
class BudgetsTest {

    private static final Client ONE = Client.ofSubject("one");
    private static final Client OTHER = Client.ofSubject("other");

    @Test
    void limitsTheBytesOfAllClientsAndOfEach() {
        ByteBudget budget = new ByteBudget(100, 40);
        Reservation first = budget.open(ONE);
        assertThat(first.add(30)).isTrue();

        assertThat(budget.open(ONE).add(20))
                .as("beyond the share of the client")
                .isFalse();
        assertThat(budget.open(OTHER).add(40)).isTrue();
        assertThat(budget.open(Client.ofSubject("third")).add(31))
                .as("beyond the total")
                .isFalse();

        first.close();
        first.close();
        assertThat(first.add(1)).as("closed").isFalse();
        assertThat(budget.reserved()).isEqualTo(40);
    }

    @Test
    void completesTheOldestOfManyLargeRequests() {
        ByteBudget budget = new ByteBudget(100, 40);
        Reservation first = budget.open(ONE);
        Reservation second = budget.open(ONE);
        assertThat(first.add(20)).isTrue();
        assertThat(second.add(20)).isTrue();

        assertThat(second.add(1)).isFalse();
        assertThat(first.add(40)).isTrue();
        first.close();
        assertThat(second.add(70)).isTrue();
        second.close();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void letsTheOnlyBodyOfAClientExceedItsShare() {
        ByteBudget budget = new ByteBudget(100, 10);
        Reservation only = budget.open(ONE);

        assertThat(only.add(8)).isTrue();
        assertThat(only.add(80)).isTrue();
        assertThat(budget.open(ONE).add(1)).isFalse();
        assertThat(only.add(13)).as("beyond the total").isFalse();
    }

    @Test
    void countsASharedAnswerOnce() {
        AnswerBudget budget = new AnswerBudget(100);
        byte[] shared = new byte[40];

        Sending first = budget.begin(ONE, shared).orElseThrow();
        Sending second = budget.begin(OTHER, shared).orElseThrow();
        assertThat(budget.sent()).isEqualTo(40);

        first.close();
        first.close();
        assertThat(budget.sent()).isEqualTo(40);
        second.close();
        assertThat(budget.sent()).isZero();
    }

    @Test
    void limitsTheAnswersThatAClientCauses() {
        AnswerBudget budget = new AnswerBudget(100);
        budget.begin(ONE, new byte[30]).orElseThrow();

        assertThat(budget.begin(ONE, new byte[30])).as("more than half").isEmpty();
        assertThat(budget.begin(OTHER, new byte[60])).as("its only answer").isPresent();
        assertThat(budget.begin(Client.ofSubject("third"), new byte[20]))
                .as("more than all")
                .isEmpty();
    }

    @Test
    void countsASharedAnswerForAClientThatStillReceivesIt() {
        AnswerBudget budget = new AnswerBudget(100);
        byte[] shared = new byte[40];
        Sending first = budget.begin(ONE, shared).orElseThrow();
        budget.begin(OTHER, shared).orElseThrow();

        first.close();

        assertThat(budget.begin(OTHER, new byte[20]))
                .as("has the shared answer")
                .isEmpty();
        assertThat(budget.begin(ONE, new byte[20])).isPresent();
        assertThat(budget.begin(ONE, new byte[20])).isPresent();
    }

    @Test
    void sendsASingleAnswerOfAnySize() {
        assertThat(new AnswerBudget(100).begin(ONE, new byte[1_000])).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                 192.0.2.2,               false",
        "2001:db8:1:2:a:b:c:d,      2001:db8:1:2:1:1:1:1,    true",
        "2001:db8:1:2:a:b:c:d,      2001:db8:1:3:a:b:c:d,    false",
    })
    void countsTheAddressesOfAnIpv6NetworkAsOneClient(String address, String other, boolean same) {
        assertThat(Client.ofAddress(address).equals(Client.ofAddress(other))).isEqualTo(same);
        assertThat(Client.ofAddress(address)).isNotEqualTo(Client.ofSubject(address));
    }
}
