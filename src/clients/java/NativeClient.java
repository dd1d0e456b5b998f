import java.io.IOException;
import java.util.List;
import org.gongkai.client.ApiClient;
import org.gongkai.client.ApiException;
import org.gongkai.client.api.EventsApi;
import org.gongkai.client.api.EventsApi.APIListEventsRequest;
import org.gongkai.client.api.RegistryApi;
import org.gongkai.client.api.ReportsApi;
import org.gongkai.client.api.ReportsApi.APIGetReportRequest;
import org.gongkai.client.api.ReportsApi.APIListReportsRequest;
import org.gongkai.client.api.ReportsApi.APIListRevisionsRequest;
import org.gongkai.client.api.ReportsApi.APISubmitReportRequest;
import org.gongkai.client.api.StatisticsApi;
import org.gongkai.client.api.StatisticsApi.APIGetConsolidatedReportRequest;
import org.gongkai.client.api.StatisticsApi.APIGetStatisticsRequest;
import org.gongkai.client.model.AnnualReport;
import org.gongkai.client.model.AnnualReport2019;
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

/** The job with the client of the library {@code native}. */
final class NativeClient implements Client {

    private final ApiClient client = new ApiClient();
    private final ReportsApi reports;

    private NativeClient(String address, String token) {
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        // An API copies the settings of the client when it is created.
        reports = new ReportsApi(client);
    }

    public static void main(String[] arguments) throws Exception {
        Job.run(NativeClient::new, arguments);
    }

    @Override
    public IssuedToken makeToken(String agency) throws ApiException {
        return new RegistryApi(client).makeToken(agency, null, null);
    }

    @Override
    public Receipt submitReport(String agency, int year, Object report, String changeReason)
            throws IOException, ApiException, Refused {
        try {
            return reports.submitReport(APISubmitReportRequest.newBuilder()
                    .agency(agency)
                    .year(year)
                    .report(
                            report instanceof AnnualReport recent
                                    ? new Report(recent)
                                    : new Report((AnnualReport2019) report))
                    .changeReason(changeReason)
                    .build());
        } catch (ApiException failure) {
            if (failure.getResponseBody() == null) {
                throw failure;
            }
            throw new Refused(
                    failure.getCode(), client.getObjectMapper().readValue(failure.getResponseBody(), Problem.class));
        }
    }

    @Override
    public Receipt explainWarnings(String agency, int year, List<ExplanationEntry> explanations) throws ApiException {
        return reports.explainWarnings(agency, year, explanations, null);
    }

    @Override
    public Report getReport(String agency, int year) throws ApiException {
        return reports.getReport(
                APIGetReportRequest.newBuilder().agency(agency).year(year).build());
    }

    @Override
    public PageReportRevision listRevisions(String agency, int year) throws ApiException {
        return reports.listRevisions(
                APIListRevisionsRequest.newBuilder().agency(agency).year(year).build());
    }

    @Override
    public Changes getChanges(String agency, int year, int revision, int since) throws ApiException {
        return reports.getChanges(agency, year, revision, since);
    }

    @Override
    public RollUp getStatistics(List<String> figures, List<Dimension> groupBy, String year, String agency)
            throws ApiException {
        return new StatisticsApi(client)
                .getStatistics(APIGetStatisticsRequest.newBuilder()
                        .figure(figures)
                        .groupBy(groupBy)
                        .year(List.of(year))
                        .agency(List.of(agency))
                        .build());
    }

    @Override
    public ConsolidatedReport getConsolidatedReport(int year, String district) throws ApiException {
        return new StatisticsApi(client)
                .getConsolidatedReport(APIGetConsolidatedReportRequest.newBuilder()
                        .year(year)
                        .district(district)
                        .build());
    }

    @Override
    public PageReportSummary listReports(String agency, int size, String after) throws ApiException {
        return reports.listReports(APIListReportsRequest.newBuilder()
                .agency(List.of(agency))
                .size(size)
                .after(after)
                .build());
    }

    @Override
    public Events listEvents(String after) throws ApiException {
        return new EventsApi(client)
                .listEvents(APIListEventsRequest.newBuilder().after(after).build());
    }

    @Override
    public Object contentOf(Report report) {
        return report.getActualInstance();
    }
}
