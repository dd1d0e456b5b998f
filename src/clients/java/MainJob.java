import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.client.ApiClient;
import org.gongkai.client.ApiException;
import org.gongkai.client.api.ReportsApi;
import org.gongkai.client.api.StatisticsApi;
import org.gongkai.client.api.StatisticsApi.APIGetStatisticsRequest;
import org.gongkai.client.model.AnnualReport;
import org.gongkai.client.model.Problem;
import org.gongkai.client.model.Receipt;
import org.gongkai.client.model.Report;
import org.gongkai.client.model.RollUp;

/**
 * Submits a report, has another one refused, and requests a roll-up. The arguments are the address of the service, a
 * token, and a report file.
 */
public final class MainJob {

    private static final String AGENCY = "350128-police";

    public static void main(String[] arguments) throws IOException, ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        ReportsApi reports = new ReportsApi(client);
        AnnualReport report =
                client.getObjectMapper().readValue(Path.of(arguments[2]).toFile(), AnnualReport.class);

        Receipt receipt = reports.submitReport(AGENCY, 2025, new Report(report), null, null);
        System.out.println("submitted: revision " + receipt.getRevision() + ", " + receipt.getStatus());

        report.getRequests().getNewlyReceived().setNaturalPerson(9999L);
        try {
            reports.submitReport(AGENCY, 2025, new Report(report), null, null);
        } catch (ApiException refused) {
            Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            problem.getFindings()
                    .forEach(finding -> System.out.println("refused: " + refused.getCode() + ", " + finding.getRule()
                            + " at " + finding.getPointer() + ", off by " + finding.getDifference()));
        }

        RollUp rollUp = new StatisticsApi(client)
                .getStatistics(APIGetStatisticsRequest.newBuilder()
                        .figure(List.of("requests.newlyReceived"))
                        .groupBy(List.of("year"))
                        .agency(List.of(AGENCY))
                        .build());
        rollUp.getRows()
                .forEach(row -> System.out.println("rolled up: " + row.getYear() + ", " + row.getFigure() + " = "
                        + row.getValue() + " in " + row.getReports() + " report(s)"));
    }

    private MainJob() {}
}
