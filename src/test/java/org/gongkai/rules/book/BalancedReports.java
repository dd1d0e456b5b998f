package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;

/**
 * Generates balanced reports from a seed. It writes to fixed paths and does not use the catalogue, so that it cannot
 * share a mistake with the tested code.
 */
public final class BalancedReports {

    private static final String[] APPLICANTS = {
        "naturalPerson",
        "commercialEnterprise",
        "researchInstitution",
        "publicWelfareOrganization",
        "legalServiceOrganization",
        "otherOrganization"
    };

    private static final String[] OUTCOMES = {
        "disclosed",
        "partlyDisclosed",
        "refused/stateSecret",
        "refused/prohibitedByLaw",
        "refused/securityOrStability",
        "refused/thirdPartyRights",
        "refused/internalAffairs",
        "refused/processInformation",
        "refused/enforcementCaseFile",
        "refused/administrativeInquiry",
        "unableToProvide/notHeld",
        "unableToProvide/requiresCreation",
        "unableToProvide/stillUnclear",
        "notProcessed/petition",
        "notProcessed/duplicate",
        "notProcessed/publication",
        "notProcessed/excessiveRequests",
        "notProcessed/confirmOrReissue",
        "otherHandling/correctionOverdue",
        "otherHandling/feeUnpaid",
        "otherHandling/other"
    };

    private static final String OTHER_HANDLING = "otherHandling";

    private final Random random;

    public BalancedReports(long seed) {
        this.random = new Random(seed);
    }

    /** Generates a report on the form of 2021. */
    public ObjectNode next() {
        return balanced("430212-finance", 2023, OUTCOMES);
    }

    /** Generates a report on the form of 2019, which has one row for all other handling. */
    public ObjectNode nextOf2019() {
        String[] outcomes = Stream.concat(
                        Arrays.stream(OUTCOMES).filter(outcome -> !outcome.startsWith(OTHER_HANDLING)),
                        Stream.of(OTHER_HANDLING))
                .toArray(String[]::new);
        return balanced("350128-gov", 2020, outcomes);
    }

    private ObjectNode balanced(String agency, int year, String... outcomes) {
        ObjectNode report = (ObjectNode) ReportFiles.of(agency, year).content();
        ObjectNode requests = (ObjectNode) report.get("requests");
        long[] closed = new long[APPLICANTS.length];
        for (String outcome : outcomes) {
            long[] row = row();
            Arrays.setAll(closed, column -> closed[column] + row[column]);
            write(requests.at("/outcomes/" + outcome), row);
        }
        long[] carriedForward = row();
        long[] carriedOver = new long[APPLICANTS.length];
        long[] newlyReceived = new long[APPLICANTS.length];
        IntStream.range(0, APPLICANTS.length).forEach(column -> {
            long all = closed[column] + carriedForward[column];
            carriedOver[column] = all == 0 ? 0 : random.nextLong(all + 1);
            newlyReceived[column] = all - carriedOver[column];
        });
        write(requests.at("/outcomes/total"), closed);
        write(requests.get("carriedForward"), carriedForward);
        write(requests.get("carriedOver"), carriedOver);
        write(requests.get("newlyReceived"), newlyReceived);
        for (String block : new String[] {"reconsideration", "litigation/direct", "litigation/afterReconsideration"}) {
            results((ObjectNode) report.at("/disputes/" + block));
        }
        return report;
    }

    private long[] row() {
        return IntStream.range(0, APPLICANTS.length)
                .mapToLong(column -> random.nextInt(4) == 0 ? random.nextInt(50) : 0)
                .toArray();
    }

    private static void write(JsonNode row, long[] values) {
        ObjectNode cells = (ObjectNode) row;
        IntStream.range(0, APPLICANTS.length).forEach(column -> cells.put(APPLICANTS[column], values[column]));
        cells.put("total", Arrays.stream(values).sum());
    }

    private void results(ObjectNode block) {
        long sum = 0;
        for (String result : new String[] {"upheld", "corrected", "otherResult", "pending"}) {
            long cases = random.nextInt(3);
            block.put(result, cases);
            sum += cases;
        }
        block.put("total", sum);
    }
}
