import java.util.List;
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

/**
 * The operations of the job, called with one token. The libraries of the generator have the same models, and
 * differ in their errors, in optional parameters and in the type of a report.
 */
interface Client {

    IssuedToken makeToken(String agency) throws Exception;

    /** Submits an AnnualReport or an AnnualReport2019. A correction has a reason; otherwise it is null. */
    Receipt submitReport(String agency, int year, Object report, String changeReason) throws Exception;

    Receipt explainWarnings(String agency, int year, List<ExplanationEntry> explanations) throws Exception;

    Report getReport(String agency, int year) throws Exception;

    PageReportRevision listRevisions(String agency, int year) throws Exception;

    Changes getChanges(String agency, int year, int revision, int since) throws Exception;

    RollUp getStatistics(List<String> figures, List<Dimension> groupBy, String year, String agency) throws Exception;

    ConsolidatedReport getConsolidatedReport(int year, String district) throws Exception;

    PageReportSummary listReports(String agency, int size, String after) throws Exception;

    Events listEvents(String after) throws Exception;

    /** Returns the AnnualReport or AnnualReport2019 that a report is. */
    Object contentOf(Report report);

    /** Connects to the service at an address. */
    @FunctionalInterface
    interface Connector {
        Client connect(String address, String token);
    }

    /** The answer of the service to a request that it refuses. */
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final int status;
        final transient Problem problem;

        Refused(int status, Problem problem) {
            super(problem.toString());
            this.status = status;
            this.problem = problem;
        }
    }
}
