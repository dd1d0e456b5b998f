package org.gongkai.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.Problem;
import org.gongkai.report.ReportHead;

/**
 * Adds examples: real reports and real responses of the service. A test compares the files with the responses of the
 * service.
 */
final class Examples {

    private static final String REPORT = "report";
    private static final String IN_FORCE = "reportInForce";
    private static final String JSON = "application/json";

    private Examples() {}

    static void add(OpenAPI document) {
        declare(document, REPORT, "The report of a public security bureau", report(Map.of()));
        declare(document, IN_FORCE, "The report of a public security bureau in force", report(head()));
        declare(document, "receipt", "examples/receipt.json", "The receipt of that report");
        declare(document, "rollUp", "examples/roll-up.json", "Received requests by year");
        declare(
                document,
                "consolidatedReport",
                "examples/consolidated-report.json",
                "The sums over a district's departments, compared with the report of its government");
        declare(document, "reportRejected", "examples/report-rejected.json", "A report with totals that do not add up");
        declare(document, "invalidParameter", "examples/invalid-parameter.json", "An unknown figure");

        Operation submit = operation(document, "submitReport");
        addReference(submit.getRequestBody().getContent().getMediaType(JSON), REPORT);
        addReference(response(submit, "200"), "receipt");
        addReference(response(operation(document, "getReport"), "200"), IN_FORCE);
        addReference(response(operation(document, "getStatistics"), "200"), "rollUp");
        addReference(response(operation(document, "getConsolidatedReport"), "200"), "consolidatedReport");
        addReference(problem(document, "UnprocessableContent"), "reportRejected");
        addReference(problem(document, "BadRequest"), "invalidParameter");
    }

    private static void declare(OpenAPI document, String name, String file, String summary) {
        declare(document, name, summary, Resources.object(file));
    }

    private static void declare(OpenAPI document, String name, String summary, Map<String, Object> value) {
        document.getComponents()
                .addExample(name, OASFactory.createExample().summary(summary).value(value));
    }

    /** Returns the members that say which report it is, as answers contain them. */
    private static Map<String, Object> head() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put(ReportHead.AGENCY, "350128-police");
        head.put(ReportHead.AGENCY_NAME, "平潭综合实验区公安局");
        head.put(ReportHead.YEAR, 2024);
        head.put(ReportHead.REVISION, 1);
        return head;
    }

    /** Returns a report with the name of its form. */
    private static Map<String, Object> report(Map<String, Object> head) {
        Map<String, Object> report = new LinkedHashMap<>(head);
        report.put(Form.NAME_MEMBER, Forms.of(2024).orElseThrow().name());
        report.putAll(Resources.object("demo/reports/350128-police-2024.json"));
        return report;
    }

    private static void addReference(MediaType content, String example) {
        content.addExample(example, OASFactory.createExample().ref(example));
    }

    private static MediaType response(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status).getContent().getMediaType(JSON);
    }

    private static MediaType problem(OpenAPI document, String response) {
        return document.getComponents()
                .getResponses()
                .get(response)
                .getContent()
                .getMediaType(Problem.MEDIA_TYPE);
    }

    private static Operation operation(OpenAPI document, String id) {
        return Operations.all(document)
                .filter(operation -> operation.getOperationId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
