package org.gongkai.http.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** Slots for expensive work. */
class FairSlotsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Client GREEDY = Client.ofSubject("greedy");
    private static final Client OTHER = Client.ofSubject("other");

    @Test
    void leavesSlotsForOtherClients() {
        FairSlots slots = new FairSlots(4, 2, LONG);

        List<CompletableFuture<Slot>> greedy = acquire(slots, GREEDY, 10);

        assertThat(greedy).filteredOn(CompletableFuture::isDone).hasSize(2);
        assertThat(acquire(slots, OTHER, 2)).allMatch(CompletableFuture::isDone);
    }

    @Test
    void givesFreedSlotsToClientsInTurn() {
        FairSlots slots = new FairSlots(1, 1, LONG);
        Slot first = slots.acquire(GREEDY).join();
        List<CompletableFuture<Slot>> greedy = acquire(slots, GREEDY, 3);
        CompletableFuture<Slot> other = slots.acquire(OTHER);

        first.close();
        greedy.get(0).join().close();

        assertThat(other).isDone();
        assertThat(greedy.get(1)).isNotDone();
        other.join().close();
        assertThat(greedy.get(1)).isDone();
    }

    @Test
    void givesASlotBackOnce() {
        FairSlots slots = new FairSlots(2, 2, LONG);
        Slot first = slots.acquire(GREEDY).join();
        slots.acquire(GREEDY).join();

        first.close();
        first.close();

        assertThat(acquire(slots, OTHER, 2))
                .filteredOn(CompletableFuture::isDone)
                .hasSize(1);
    }

    @Test
    void losesNoSlot_whenARequestHasWaitedTooLong() throws Exception {
        FairSlots slots = new FairSlots(1, 1, Duration.ofMillis(10));
        Slot first = slots.acquire(GREEDY).join();
        CompletableFuture<Slot> late = slots.acquire(OTHER);
        assertThatThrownBy(() -> late.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);

        first.close();

        assertThat(slots.acquire(OTHER)).isDone();
    }

    @Test
    void refusesAtOnce_whenTooManyRequestsOfAClientWait() {
        FairSlots slots = new FairSlots(1, 1, LONG);
        acquire(slots, GREEDY, 1_001);

        assertThatThrownBy(() -> slots.acquire(GREEDY))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.OVERLOADED));
        assertThat(slots.acquire(OTHER)).isNotDone();
    }

    @Test
    void forgetsRequestsThatHaveWaitedTooLong() {
        FairSlots slots = new FairSlots(1, 1, Duration.ofMillis(10));
        Slot first = slots.acquire(GREEDY).join();
        List<CompletableFuture<Slot>> late = acquire(slots, GREEDY, 1_000);
        late.forEach(wanted -> assertThatThrownBy(wanted::join).hasCauseInstanceOf(TimeoutException.class));

        CompletableFuture<Slot> next = slots.acquire(GREEDY);
        first.close();

        assertThat(next).isDone();
    }

    private static List<CompletableFuture<Slot>> acquire(FairSlots slots, Client client, int count) {
        return IntStream.range(0, count)
                .mapToObj(request -> slots.acquire(client))
                .toList();
    }
}
