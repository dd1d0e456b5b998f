package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.gongkai.filing.store.Revision;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Actor;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class GroupCommitTest extends ServiceTest {

    private static final RealReport FIRST = ReportFiles.of("350128-finance", 2023);
    private static final RealReport SECOND = ReportFiles.of("350128-market", 2023);
    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);
    private static final RealReport TOURISM = ReportFiles.of("350128-tourism", 2022);
    private static final RealReport TRANSPORT = ReportFiles.of("350128-transport", 2024);

    private static final Consumer<Optional<Revision>> UNCONDITIONALLY = newest -> {};

    @Inject
    GroupCommit intake;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void storesWhatHasWaitedTogether() throws Exception {
        List<Future<Submitted>> all = whileAllTurnsAreTaken(
                () -> submit(POLICE, UNCONDITIONALLY),
                () -> submit(TOURISM, UNCONDITIONALLY),
                () -> submit(TRANSPORT, UNCONDITIONALLY));

        for (Future<Submitted> submitted : all) {
            assertThat(submitted.get().stored()).isTrue();
        }
        assertThat(count("select count(*) from revision")).isEqualTo(5);
        assertThat(count("select count(distinct xmin::text) from revision where agency in ('%s', '%s', '%s')"
                        .formatted(POLICE.agency(), TOURISM.agency(), TRANSPORT.agency())))
                .isEqualTo(1);
    }

    @Test
    void letsNoneSpoilAnother() throws Exception {
        List<Future<Submitted>> all = whileAllTurnsAreTaken(
                () -> submit(POLICE, newest -> {
                    throw new IllegalStateException("broken");
                }),
                () -> submit(TOURISM, newest -> {
                    throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
                }),
                () -> submit(TRANSPORT, UNCONDITIONALLY),
                () -> submit(new RealReport("nobody", 2024, TRANSPORT.content()), UNCONDITIONALLY));

        assertThatThrownBy(all.get(0)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(problem(all.get(1))).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(all.get(2).get().stored()).isTrue();
        assertThat(problem(all.get(3))).isEqualTo(ProblemType.UNKNOWN_AGENCY);
        assertThat(count("select count(*) from revision")).isEqualTo(3);
    }

    @Test
    void takesTheSameReportInOnce_howeverOftenItComesAtTheSameTime() throws Exception {
        List<Future<Submitted>> all = whileAllTurnsAreTaken(
                () -> submit(POLICE, UNCONDITIONALLY),
                () -> submit(POLICE, UNCONDITIONALLY),
                () -> submit(POLICE, UNCONDITIONALLY));

        List<Boolean> stored = new ArrayList<>();
        for (Future<Submitted> submitted : all) {
            stored.add(submitted.get().stored());
        }
        assertThat(stored).containsExactlyInAnyOrder(true, false, false);
        get("reports/{agency}/{year}/revisions", POLICE.agency(), POLICE.year()).body("total", equalTo(1));
    }

    @Test
    void letsNobodyWaitForAnAgencyThatIsBeingWrittenTo() throws Exception {
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (Connection elsewhere = connection();
                Statement statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute("select from agency where code = '" + POLICE.agency() + "' for no key update");

            Future<?> waiting = client.submit(() -> submit(POLICE).statusCode(201));
            submit(TOURISM).statusCode(201);
            submit(TRANSPORT).statusCode(201);
            assertThat(waiting.isDone()).isFalse();

            elsewhere.commit();
            waiting.get();
        } finally {
            client.shutdown();
        }
        get("reports").body("total", equalTo(3));
    }

    /** Starts what is to be done while nothing else can be taken in, and lets things go on when all of it waits. */
    @SafeVarargs
    private List<Future<Submitted>> whileAllTurnsAreTaken(Callable<Submitted>... calls) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(GroupCommit.MAX_CONCURRENT_COMMITS);
        List<FutureTask<Submitted>> before = List.of(
                new FutureTask<>(() -> submit(FIRST, newest -> occupy(taken, release))),
                new FutureTask<>(() -> submit(SECOND, newest -> occupy(taken, release))));
        assertThat(before).hasSize(GroupCommit.MAX_CONCURRENT_COMMITS);
        for (FutureTask<Submitted> task : before) {
            long turns = taken.getCount();
            new Thread(task).start();
            while (taken.getCount() == turns) {
                Thread.onSpinWait();
            }
        }
        List<Future<Submitted>> started = new ArrayList<>();
        for (Callable<Submitted> call : calls) {
            FutureTask<Submitted> task = new FutureTask<>(call);
            Thread thread = new Thread(task);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            started.add(task);
        }
        release.countDown();
        for (FutureTask<Submitted> task : before) {
            assertThat(task.get().stored()).isTrue();
        }
        return started;
    }

    private static void occupy(CountDownLatch taken, CountDownLatch release) {
        taken.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Submitted submit(RealReport report, Consumer<Optional<Revision>> precondition) {
        Submission submission = new Submission(
                report.agency(),
                ReportYear.fromString(String.valueOf(report.year())),
                report.content(),
                List.of(),
                Actor.SYSTEM,
                Instant.parse("2025-01-15T00:00:00Z"));
        return intake.submit(submission, precondition);
    }

    private static ProblemType problem(Future<Submitted> submitted) throws InterruptedException {
        try {
            submitted.get();
            throw new AssertionError("taken in");
        } catch (ExecutionException refused) {
            return ((ProblemException) refused.getCause()).type();
        }
    }
}
