import java.util.List;
import org.gongkai.client.ApiClient;
import org.gongkai.client.api.EventsApi;
import org.gongkai.client.api.RegistryApi;
import org.gongkai.client.api.ReportsApi;
import org.gongkai.client.api.StatisticsApi;
import org.gongkai.client.model.Changes;
import org.gongkai.client.model.ConsolidatedReport;
import org.gongkai.client.model.Dimension;
import org.gongkai.client.model.Events;
import org.gongkai.client.model.ExplanationEntry;
import org.gongkai.client.model.IssuedToken;
import org.gongkai.client.model.PageReportRevision;
import org.gongkai.client.model.PageReportSummary;
import org.gongkai.client.model.Problem;
import org.gongkai.client.model.Receipt;
import org.gongkai.client.model.Report;
import org.gongkai.client.model.RollUp;
import org.springframework.web.client.RestClientResponseException;

/** The job with the client of the library {@code restclient}. Its parameters are positional. */
final class RestClientClient implements Client {

    private final ApiClient client = new ApiClient();
    private final ReportsApi reports = new ReportsApi(client);

    private RestClientClient(String address, String token) {
        client.setBasePath(address);
        client.setBearerToken(token);
    }

    public static void main(String[] arguments) throws Exception {
        Job.run(RestClientClient::new, arguments);
    }

    @Override
    public IssuedToken makeToken(String agency) {
        return new RegistryApi(client).makeToken(agency, null, null);
    }

    @Override
    public Receipt submitReport(String agency, int year, Object report, String changeReason) throws Refused {
        try {
            return reports.submitReport(agency, year, (Report) report, null, null, changeReason, null, null, null);
        } catch (RestClientResponseException refused) {
            throw new Refused(refused.getStatusCode().value(), refused.getResponseBodyAs(Problem.class));
        }
    }

    @Override
    public Receipt explainWarnings(String agency, int year, List<ExplanationEntry> explanations) {
        return reports.explainWarnings(agency, year, explanations, null);
    }

    @Override
    public Report getReport(String agency, int year) {
        return reports.getReport(agency, year, null, null, null);
    }

    @Override
    public PageReportRevision listRevisions(String agency, int year) {
        return reports.listRevisions(agency, year, null, null, null);
    }

    @Override
    public Changes getChanges(String agency, int year, int revision, int since) {
        return reports.getChanges(agency, year, revision, since);
    }

    @Override
    public RollUp getStatistics(List<String> figures, List<Dimension> groupBy, String year, String agency) {
        return new StatisticsApi(client)
                .getStatistics(
                        figures,
                        groupBy,
                        null,
                        List.of(year),
                        null,
                        null,
                        List.of(agency),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    @Override
    public ConsolidatedReport getConsolidatedReport(int year, String district) {
        return new StatisticsApi(client).getConsolidatedReport(year, district, null, null, null, null);
    }

    @Override
    public PageReportSummary listReports(String agency, int size, String after) {
        return reports.listReports(
                null, null, null, List.of(agency), null, null, size, after, null, null, null, null, null);
    }

    @Override
    public Events listEvents(String after) {
        return new EventsApi(client).listEvents(after, null, null);
    }

    @Override
    public Object contentOf(Report report) {
        return report;
    }
}
