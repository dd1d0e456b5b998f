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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.filing.submission.SubmissionResult.Stored;
import org.gongkai.filing.submission.SubmissionResult.Unchanged;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Actor;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class GroupCommitTest extends ServiceTest {

    private static final List<RealReport> LEADERS =
            List.of(ReportFiles.of("350128-finance", 2023), ReportFiles.of("350128-market", 2023));

    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);
    private static final RealReport TOURISM = ReportFiles.of("350128-tourism", 2022);
    private static final RealReport TRANSPORT = ReportFiles.of("350128-transport", 2024);

    private static final Preconditions OTHER_REVISION =
            new Preconditions(Optional.of("\"1-0123456789abcdef\""), Optional.empty());

    @Inject
    GroupCommit groupCommit;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void storesWaitingReportsInOneTransaction() throws Exception {
        List<Future<SubmissionResult>> all =
                whileAllSlotsAreTaken(() -> commit(POLICE), () -> commit(TOURISM), () -> commit(TRANSPORT));

        for (Future<SubmissionResult> submission : all) {
            assertThat(submission.get()).isInstanceOf(Stored.class);
        }
        assertThat(count("select count(*) from revision")).isEqualTo(5);
        assertThat(count("select count(distinct xmin::text) from revision where agency in ('%s', '%s', '%s')"
                        .formatted(POLICE.agency(), TOURISM.agency(), TRANSPORT.agency())))
                .isEqualTo(1);
    }

    @Test
    void storesTheOthers_whenOneFailsOrIsRejected() throws Exception {
        SubmissionNotes missing = null;
        List<Future<SubmissionResult>> all = whileAllSlotsAreTaken(
                () -> groupCommit.submit(submission(POLICE, Preconditions.NONE, missing)),
                () -> groupCommit.submit(submission(TOURISM, OTHER_REVISION, SubmissionNotes.NONE)),
                () -> commit(TRANSPORT),
                () -> commit(new RealReport("nobody", 2024, TRANSPORT.content())));

        assertThatThrownBy(all.get(0)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NullPointerException.class);
        assertThat(problem(all.get(1))).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(all.get(2).get()).isInstanceOf(Stored.class);
        assertThat(problem(all.get(3))).isEqualTo(ProblemType.UNKNOWN_AGENCY);
        assertThat(count("select count(*) from revision")).isEqualTo(3);
    }

    @Test
    void storesTheSameReportOnce_whenItIsSubmittedManyTimesAtOnce() throws Exception {
        List<Future<SubmissionResult>> all =
                whileAllSlotsAreTaken(() -> commit(POLICE), () -> commit(POLICE), () -> commit(POLICE));

        List<Class<?>> results = new ArrayList<>();
        for (Future<SubmissionResult> submission : all) {
            results.add(submission.get().getClass());
        }
        assertThat(results).containsExactlyInAnyOrder(Stored.class, Unchanged.class, Unchanged.class);
        get("reports/{agency}/{year}/revisions", POLICE.agency(), POLICE.year()).body("total", equalTo(1));
    }

    @Test
    void doesNotWaitForAnAgencyThatIsLocked() throws Exception {
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (Connection elsewhere = connection();
                Statement statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute("select from agency where code = '" + POLICE.agency() + "' for no key update");

            Future<?> waiting = client.submit(() -> submit(POLICE).statusCode(201));
            submit(TOURISM).statusCode(201);
            submit(TRANSPORT).statusCode(201);
            assertThat(waiting.isDone()).isFalse();
            assertThat(count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"))
                    .as("connections that wait")
                    .isZero();

            elsewhere.commit();
            waiting.get();
        } finally {
            client.shutdown();
        }
        get("reports").body("total", equalTo(3));
    }

    /** Starts calls while leaders hold all slots, and lets the leaders go on when every call waits for a slot. */
    @SafeVarargs
    private List<Future<SubmissionResult>> whileAllSlotsAreTaken(Callable<SubmissionResult>... calls) throws Exception {
        assertThat(LEADERS).hasSize(GroupCommit.MAX_CONCURRENT_COMMITS);
        List<FutureTask<SubmissionResult>> leaders = new ArrayList<>();
        List<Future<SubmissionResult>> started = new ArrayList<>();
        try (Connection elsewhere = connection();
                Statement statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            // Leaders can read, and wait when they write.
            statement.execute("lock table filing in share mode");
            for (RealReport report : LEADERS) {
                leaders.add(start(() -> commit(report)));
                awaitBlockedTransactions(leaders.size());
            }
            for (Callable<SubmissionResult> call : calls) {
                FutureTask<SubmissionResult> task = new FutureTask<>(call);
                Thread thread = new Thread(task);
                thread.start();
                Until.is(() -> thread.getState() == Thread.State.TIMED_WAITING);
                started.add(task);
            }
            elsewhere.commit();
        }
        for (FutureTask<SubmissionResult> leader : leaders) {
            assertThat(leader.get()).isInstanceOf(Stored.class);
        }
        return started;
    }

    private void awaitBlockedTransactions(int number) throws Exception {
        Until.is(() -> count("select count(distinct pid) from pg_locks where not granted") >= number);
    }

    private static FutureTask<SubmissionResult> start(Callable<SubmissionResult> call) {
        FutureTask<SubmissionResult> task = new FutureTask<>(call);
        new Thread(task).start();
        return task;
    }

    private SubmissionResult commit(RealReport report) {
        return groupCommit.submit(submission(report, Preconditions.NONE, SubmissionNotes.NONE));
    }

    private static Submission submission(RealReport report, Preconditions preconditions, SubmissionNotes notes) {
        return new Submission(
                report.agency(),
                ReportYear.fromString(String.valueOf(report.year())),
                report.content(),
                List.of(),
                notes,
                preconditions,
                Actor.SYSTEM,
                Instant.parse("2025-01-15T00:00:00Z"),
                Optional.empty());
    }

    private static ProblemType problem(Future<SubmissionResult> submission) throws Exception {
        return ((Rejected) submission.get()).problem().type();
    }
}
