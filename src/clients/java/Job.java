import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.client.model.AnnualReport;
import org.gongkai.client.model.AnnualReport2019;
import org.gongkai.client.model.Applicants;
import org.gongkai.client.model.Change;
import org.gongkai.client.model.ConsolidatedReport;
import org.gongkai.client.model.Coverage;
import org.gongkai.client.model.Dimension;
import org.gongkai.client.model.EventEntry;
import org.gongkai.client.model.Events;
import org.gongkai.client.model.ExplanationEntry;
import org.gongkai.client.model.Finding;
import org.gongkai.client.model.PageReportSummary;
import org.gongkai.client.model.ProactiveDisclosure;
import org.gongkai.client.model.Receipt;
import org.gongkai.client.model.ReportRevision;
import org.gongkai.client.model.ReportSummary;
import org.gongkai.client.model.RollUp;
import org.gongkai.client.model.RollUpRow;
import org.gongkai.client.model.WarningState;

/** The job that every client does against the service. Its steps are those of {@code ../job.txt}, in the same order. */
final class Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String agency;
    private final String district;
    private final AnnualReport2019 olderReport;
    private final AnnualReport report;
    private final Client oversight;
    private final Client client;

    private Job(Client.Connector connector, String... arguments) throws Exception {
        agency = arguments[2];
        district = arguments[3];
        olderReport = JSON.readValue(Path.of(arguments[4]).toFile(), AnnualReport2019.class);
        report = JSON.readValue(Path.of(arguments[5]).toFile(), AnnualReport.class);
        oversight = connector.connect(arguments[0], arguments[1]);
        client = connector.connect(arguments[0], oversight.makeToken(agency).getToken());
    }

    /**
     * Does the job and prints what its steps find. The arguments are the address of the service, a token of the oversight
     * office, an agency, its district, and two files: a report on the form of 2019, and one on that of 2021.
     */
    static void run(Client.Connector connector, String... arguments) throws Exception {
        new Job(connector, arguments).run();
    }

    private void run() throws Exception {
        print("token", "issued");
        submit();
        read();
        refuse();
        warn();
        explain();
        revisions();
        changes();
        rollUp();
        consolidate();
        page();
        follow();
    }

    private void submit() throws Exception {
        for (int year : List.of(2019, 2025)) {
            Receipt receipt = client.submitReport(agency, year, reportOf(year), null);
            print("submit", "%d, revision %d, %s", year, receipt.getRevision(), receipt.getStatus());
        }
    }

    private void read() throws Exception {
        for (int year : List.of(2019, 2025)) {
            Object answer = client.contentOf(client.getReport(agency, year));
            String form = answer instanceof AnnualReport recent
                    ? recent.getForm().getValue()
                    : ((AnnualReport2019) answer).getForm().getValue();
            print("read", "%d, form %s, equal: %s", year, form, answer.equals(reportOf(year)));
        }
    }

    private void refuse() throws Exception {
        AnnualReport wrong = JSON.readValue(JSON.writeValueAsString(report), AnnualReport.class);
        Applicants received = wrong.getRequests().getNewlyReceived();
        received.setNaturalPerson(received.getNaturalPerson() + 1);
        try {
            client.submitReport(agency, 2025, wrong, null);
        } catch (Client.Refused refused) {
            for (Finding finding : refused.problem.getFindings()) {
                print(
                        "refuse",
                        "%d, %s at %s, off by %s",
                        refused.status,
                        finding.getRule(),
                        finding.getPointer(),
                        finding.getDifference());
            }
        }
    }

    private void warn() throws Exception {
        ProactiveDisclosure disclosure = report.getProactiveDisclosure();
        disclosure.setLicensingDecisions(disclosure.getLicensingDecisions() + 1);
        report.setOtherMatters("");
        Receipt receipt = client.submitReport(agency, 2025, report, "漏计行政许可决定 1 件");
        for (Finding finding : receipt.getFindings()) {
            if (finding.getState() == WarningState.OPEN) {
                print("warn", "%s, %s at %s", receipt.getStatus(), finding.getRule(), finding.getPointer());
            }
        }
    }

    private void explain() throws Exception {
        ExplanationEntry explanation = new ExplanationEntry()
                .rule("TEXT-MISSING")
                .pointer("/otherMatters")
                .reason("未收取信息处理费");
        Receipt receipt = client.explainWarnings(agency, 2025, List.of(explanation));
        for (Finding finding : receipt.getFindings()) {
            if (finding.getState() != null) {
                print("explain", "%s, %s is %s", receipt.getStatus(), finding.getRule(), finding.getState());
            }
        }
    }

    private void revisions() throws Exception {
        for (ReportRevision revision : client.listRevisions(agency, 2025).getItems()) {
            print("revisions", "%d, %s", revision.getRevision(), revision.getStatus());
        }
    }

    private void changes() throws Exception {
        for (Change change : client.getChanges(agency, 2025, 2, 1).getChanges()) {
            print("changes", "%s: \"%s\", then \"%s\"", change.getPointer(), change.getBefore(), change.getAfter());
        }
    }

    private void rollUp() throws Exception {
        List<String> figures = List.of("requests.newlyReceived", "proactiveDisclosure.licensingDecisions");
        RollUp rollUp = client.getStatistics(figures, List.of(Dimension.YEAR), "2025", agency);
        for (RollUpRow row : rollUp.getRows()) {
            print(
                    "roll up",
                    "%d, %s = %s in %d report(s)",
                    row.getYear(),
                    row.getFigure(),
                    row.getValue(),
                    row.getReports());
        }
    }

    private void consolidate() throws Exception {
        ConsolidatedReport sum = client.getConsolidatedReport(2025, district);
        Coverage coverage = sum.getCoverage();
        AnnualReport content = (AnnualReport) client.contentOf(sum.getReport());
        print(
                "consolidate",
                "%d of %d report(s), %d requests",
                coverage.getReports(),
                coverage.getExpected(),
                content.getRequests().getNewlyReceived().getTotal());
    }

    private void page() throws Exception {
        String after = null;
        do {
            PageReportSummary page = client.listReports(agency, 1, after);
            for (ReportSummary summary : page.getItems()) {
                print("page", "%d, revision %d", summary.getYear(), summary.getRevision());
            }
            after = page.getNext();
        } while (after != null);
    }

    private void follow() throws Exception {
        Events events = oversight.listEvents(null);
        while (!events.getItems().isEmpty()) {
            for (EventEntry event : events.getItems()) {
                if (agency.equals(event.getAgency()) && Objects.equals(event.getYear(), 2025)) {
                    print("follow", "%s, revision %d", event.getType(), event.getRevision());
                }
            }
            events = oversight.listEvents(events.getNext());
        }
    }

    private Object reportOf(int year) {
        return year == 2025 ? report : olderReport;
    }

    private static void print(String step, String line, Object... values) {
        System.out.println(step + ": " + String.format(Locale.ROOT, line, values));
    }
}
