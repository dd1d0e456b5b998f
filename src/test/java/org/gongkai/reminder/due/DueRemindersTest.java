package org.gongkai.reminder.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what is due over random states of reports with a plain recount. */
@QuarkusTest
class DueRemindersTest extends ServiceTest {

    private static final int YEAR = 2023;
    private static final List<Integer> STEPS = List.of(-14, -3, 1, 7);
    private static final LocalDate DEADLINE = LocalDate.of(2024, 1, 31);
    private static final LocalDate OF_GOVERNMENTS = LocalDate.of(2024, 3, 31);
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);
    private static final int DAYS = 100;
    private static final int DAYS_BETWEEN_RECOUNTS = 3;

    /** A reminder, as far as it can be recounted. */
    private record Due(String agency, String reason, String day, int step) {}

    /** The events of a report, in the order of time. */
    private static final class History {
        private final String agency;
        private final LocalDate ofCycle;
        private LocalDate own;
        private boolean exempt;
        private LocalDate submitted;
        private boolean hasOpenWarnings;
        private LocalDate returned;

        History(String agency) {
            this.agency = agency;
            this.ofCycle = agency.endsWith("-gov") ? OF_GOVERNMENTS : DEADLINE;
        }

        private LocalDate deadline() {
            return own == null ? ofCycle : own;
        }

        Stream<Due> dueOn(LocalDate today) {
            if (exempt) {
                return Stream.empty();
            }
            if (submitted == null) {
                boolean extended = deadline().isAfter(ofCycle);
                return due(extended ? "EXTENSION" : "MISSING", null, today);
            }
            if (returned != null) {
                return due("RETURNED", returned, today);
            }
            return hasOpenWarnings ? due("WARNINGS", submitted, today) : Stream.empty();
        }

        private Stream<Due> due(String reason, LocalDate since, LocalDate today) {
            LocalDate day = since != null && since.isAfter(deadline()) ? since : deadline();
            Optional<Integer> last = STEPS.stream()
                    .filter(step -> !day.plusDays(step).isAfter(today))
                    .filter(step -> since == null || !day.plusDays(step).isBefore(since))
                    .reduce((earlier, later) -> later);
            return last.map(step -> new Due(agency, reason, day.toString(), step)).stream();
        }
    }

    private final Map<String, History> histories = new HashMap<>();

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void areWhatARecountOfRandomHistoriesFinds(long seed) {
        fixture("due", () -> {
            registerAll();
            put("cycles/" + YEAR, "{}").statusCode(201);
        });
        get("cycles/" + YEAR + "/obligations?size=500")
                .extract()
                .<List<String>>path("items.agency.code")
                .forEach(agency -> histories.put(agency, new History(agency)));
        Map<String, ReportFiles.RealReport> reports = new HashMap<>();
        ReportFiles.balanced()
                .filter(report -> report.year() == YEAR)
                .forEach(report -> reports.put(report.agency(), report));
        Random random = new Random(seed);
        List<String> reasons = new ArrayList<>();

        IntStream.range(0, DAYS).mapToObj(FIRST::plusDays).forEach(today -> {
            clock(today);
            if (random.nextInt(4) > 0) {
                change(today, reports, random);
            }
            if (today.getDayOfMonth() % DAYS_BETWEEN_RECOUNTS == 0) {
                reasons.addAll(recounted(seed, today));
            }
        });

        assertThat(reasons).contains("MISSING", "EXTENSION", "RETURNED", "WARNINGS");
    }

    /** Compares what is due with a recount. Returns the reasons. */
    private List<String> recounted(long seed, LocalDate today) {
        List<Due> due = due();
        assertThat(due)
                .as("seed %s, %s", seed, today)
                .containsExactlyInAnyOrderElementsOf(histories.values().stream()
                        .flatMap(history -> history.dueOn(today))
                        .toList());
        return due.stream().map(Due::reason).toList();
    }

    private static void clock(LocalDate day) {
        TestClock.stopAt(day.atTime(LocalTime.NOON)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant()
                .toString());
    }

    /** Returns what is due. The answer is parsed once: each path of REST Assured is a script that is compiled. */
    private static List<Due> due() {
        List<Map<String, Object>> items = post("reminders?dryRun=true&year=" + YEAR, "")
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream().map(DueRemindersTest::due).toList();
    }

    private static Due due(Map<String, Object> item) {
        return new Due(
                (String) ((Map<?, ?>) item.get("agency")).get("code"),
                (String) item.get("reason"),
                (String) item.get("day"),
                (Integer) item.get("step"));
    }

    /** Something happens to a random agency. */
    private void change(LocalDate today, Map<String, ReportFiles.RealReport> reports, Random random) {
        List<String> agencies = histories.keySet().stream().sorted().toList();
        History history = histories.get(agencies.get(random.nextInt(agencies.size())));
        ReportFiles.RealReport report = reports.get(history.agency);
        switch (random.nextInt(5)) {
            case 0 -> extend(history, random);
            case 1 -> exempt(history);
            default -> {
                if (report != null) {
                    submitOrReturn(history, report, today, random);
                }
            }
        }
    }

    private static void extend(History history, Random random) {
        LocalDate day = history.ofCycle.plusDays(1 + random.nextInt(40));
        if (history.exempt || history.submitted != null || day.isEqual(history.deadline())) {
            return;
        }
        put("cycles/" + YEAR + "/obligations/" + history.agency, Map.of("deadline", day.toString(), "reason", "机构改革"))
                .statusCode(200);
        history.own = day;
    }

    private static void exempt(History history) {
        if (history.submitted == null && history.own == null) {
            put("cycles/" + YEAR + "/obligations/" + history.agency, Map.of("exempt", true, "reason", "合并报送"))
                    .statusCode(200);
            history.exempt = true;
        }
    }

    private static void submitOrReturn(History history, ReportFiles.RealReport report, LocalDate today, Random random) {
        if (history.submitted == null) {
            // Without an overview, a warning is open.
            Drafts draft = Drafts.of(history.agency, YEAR).with("/overview", random.nextInt(3) > 0 ? "无" : "总体情况良好。");
            history.hasOpenWarnings = put("reports/" + history.agency + "/" + YEAR, draft.json())
                    .statusCode(201)
                    .extract()
                    .path("status")
                    .equals("SUBMITTED");
            history.submitted = today;
        } else if (history.hasOpenWarnings && history.returned == null) {
            decide(report, 1, "RETURN").statusCode(200);
            history.returned = today;
        }
    }
}
