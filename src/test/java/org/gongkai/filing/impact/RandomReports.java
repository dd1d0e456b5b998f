package org.gongkai.filing.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.testing.ReportFiles;

/** Makes random changes of reports that keep the arithmetic of the form. */
final class RandomReports {

    private static final List<String> COUNTS = List.of(
            "/proactiveDisclosure/normativeDocuments/issued",
            "/proactiveDisclosure/normativeDocuments/inForce",
            "/proactiveDisclosure/licensingDecisions",
            "/proactiveDisclosure/penaltyDecisions",
            "/proactiveDisclosure/compulsoryMeasureDecisions");

    private static final List<String> TYPES =
            List.of("naturalPerson", "commercialEnterprise", "researchInstitution", "otherOrganization");

    private static final List<String> RESULTS = List.of("upheld", "corrected", "otherResult", "pending");

    private final Random random;

    RandomReports(long seed) {
        random = new Random(seed);
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    /** Returns changes of a report: the new values by pointer. */
    Map<String, Object> changes(JsonNode report) {
        Map<String, Object> changes = new LinkedHashMap<>();
        int number = 1 + random.nextInt(3);
        for (int change = 0; change < number; change++) {
            switch (random.nextInt(4)) {
                case 0 -> changes.put(COUNTS.get(random.nextInt(COUNTS.size())), random.nextInt(50));
                case 1 ->
                    changes.put(
                            "/proactiveDisclosure/administrativeFees",
                            BigDecimal.valueOf(random.nextInt(5_000_000), 6));
                case 2 -> requests(report, changes);
                default -> disputes(report, changes);
            }
        }
        return changes;
    }

    /** Adds requests of one type of applicant that are carried forward. */
    private void requests(JsonNode report, Map<String, Object> changes) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        int more = 1 + random.nextInt(9);
        for (String row : List.of("/requests/newlyReceived/", "/requests/carriedForward/")) {
            add(report, changes, row + type, more);
            add(report, changes, row + "total", more);
        }
    }

    private void disputes(JsonNode report, Map<String, Object> changes) {
        int more = 1 + random.nextInt(5);
        add(report, changes, "/disputes/reconsideration/" + RESULTS.get(random.nextInt(RESULTS.size())), more);
        add(report, changes, "/disputes/reconsideration/total", more);
    }

    private static void add(JsonNode report, Map<String, Object> changes, String pointer, int more) {
        Object known = changes.getOrDefault(pointer, report.at(pointer).numberValue());
        changes.put(pointer, ((Number) known).longValue() + more);
    }

    /** Returns a report with changes. */
    static ObjectNode changed(JsonNode report, Map<String, Object> changes) {
        ObjectNode changed = report.deepCopy();
        changes.forEach((pointer, value) -> {
            int name = pointer.lastIndexOf('/');
            ((ObjectNode) changed.at(pointer.substring(0, name)))
                    .set(pointer.substring(name + 1), ReportFiles.JSON.valueToTree(value));
        });
        return changed;
    }
}
