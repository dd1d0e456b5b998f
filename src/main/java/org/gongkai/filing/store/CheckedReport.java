package org.gongkai.filing.store;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.rules.book.ReportCheck;

/**
 * A report that can be stored: it has the shape of its form, and its arithmetic holds.
 *
 * @param contents what it says
 * @param json its content, written anew from what was understood
 * @param contentHash fingerprint of that content
 */
public record CheckedReport(Contents contents, String json, String contentHash) {

    /**
     * Makes of a reading what can be stored.
     *
     * @throws ProblemException when it cannot be, with every reason
     */
    public static CheckedReport of(ReportCheck reportCheck) {
        refuse(reportCheck);
        Contents contents = reportCheck.contents();
        return new CheckedReport(contents, contents.json(), ContentHash.of(contents));
    }

    /** Refuses the report when anything is wrong with it. */
    public static void refuse(ReportCheck reportCheck) {
        if (!reportCheck.findings().isEmpty()) {
            throw ProblemException.ofFaults(
                    ProblemType.REPORT_REJECTED, reportCheck.findings(), reportCheck.suspectCells());
        }
    }
}
