package org.gongkai.statistics.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that leave while a question is computed. */
@QuarkusTest
class ComputationsTest extends ServiceTest {

    private static final String QUERY = "/api/v1/statistics?figure=requests.newlyReceived&groupBy=agency&limit=";

    @Inject
    LoadControl load;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void answersTheOthers_whenClientsLeaveThatAskedTheSame() throws Exception {
        CompletableFuture<Response> stays;
        try (Connection lock = lock()) {
            stays = CompletableFuture.supplyAsync(() -> RestAssured.get(QUERY + 1));
            awaitBlockedTransactions(1);
            List<RawHttp> leaving = ask(10, 1);
            for (RawHttp connection : leaving) {
                connection.close();
            }
            lock.rollback();
        }

        assertThat(stays.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    /** More questions than there are slots, so that some clients leave while they wait for one. */
    @Test
    void losesNoSlot_whenClientsLeave() throws Exception {
        try (Connection lock = lock()) {
            List<RawHttp> leaving = ask(4 * load.queries().total(), 1_000);
            awaitBlockedTransactions(load.queries().perClient());
            for (RawHttp connection : leaving) {
                connection.close();
            }
            lock.rollback();
        }

        Until.is(this::allSlotsAreFree);
    }

    /** Sends questions without reading the answers: the same one, or each another one. */
    private List<RawHttp> ask(int count, int first) throws Exception {
        List<RawHttp> connections = new ArrayList<>();
        for (int question = 0; question < count; question++) {
            RawHttp connection = RawHttp.open();
            connection.head("GET " + QUERY + (first == 1 ? 1 : first + question));
            connections.add(connection);
        }
        return connections;
    }

    private Connection lock() throws Exception {
        Connection lock = connection();
        lock.setAutoCommit(false);
        lock.createStatement().execute("lock table fact in access exclusive mode");
        return lock;
    }

    private void awaitBlockedTransactions(int count) throws Exception {
        Until.is(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") >= count);
    }

    private boolean allSlotsAreFree() {
        FairSlots slots = load.queries();
        List<CompletableFuture<Slot>> all = new ArrayList<>();
        for (int slot = 0; slot < slots.total(); slot++) {
            Client client = new Client(slot < slots.perClient() ? "one" : "other");
            all.add(slots.acquire(client));
        }
        boolean free = all.stream().allMatch(CompletableFuture::isDone);
        all.forEach(slot -> slot.thenAccept(Slot::close));
        return free;
    }
}
