import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.client.ApiClient;
import org.gongkai.client.ApiException;
import org.gongkai.client.api.ReportsApi;
import org.gongkai.client.api.StatisticsApi;
import org.gongkai.client.api.StatisticsApi.APIGetStatisticsRequest;
import org.gongkai.client.model.AnnualReport;
import org.gongkai.client.model.AnnualReport2019;
import org.gongkai.client.model.Dimension;
import org.gongkai.client.model.Problem;
import org.gongkai.client.model.Receipt;
import org.gongkai.client.model.Report;
import org.gongkai.client.model.RollUp;

/**
 * Submits a report on each form, reads it back, has another one refused, and requests a roll-up. The arguments are the
 * address of the service, a token, and two files: a report on the form of 2021, and one on that of 2019.
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
        report.setForm(AnnualReport.FormEnum._2021);

        Receipt receipt = reports.submitReport(AGENCY, 2025, new Report(report), null, null);
        System.out.println("submitted: revision " + receipt.getRevision() + ", " + receipt.getStatus());

        System.out.println("read: 2025, equal: " + read(reports, 2025).equals(report));

        AnnualReport2019 older =
                client.getObjectMapper().readValue(Path.of(arguments[3]).toFile(), AnnualReport2019.class);
        older.setForm(AnnualReport2019.FormEnum._2019);
        reports.submitReport(AGENCY, 2020, new Report(older), null, null);
        System.out.println("read: 2020, equal: " + read(reports, 2020).equals(older));

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
                        .groupBy(List.of(Dimension.YEAR))
                        .agency(List.of(AGENCY))
                        .build());
        rollUp.getRows()
                .forEach(row -> System.out.println("rolled up: " + row.getYear() + ", " + row.getFigure() + " = "
                        + row.getValue() + " in " + row.getReports() + " report(s)"));
    }

    /** Returns the newest revision: an {@link AnnualReport} or an {@link AnnualReport2019}. */
    private static Object read(ReportsApi reports, int year) throws ApiException {
        return reports.getLatestRevision(AGENCY, year).getReport().getActualInstance();
    }

    private MainJob() {}
}
