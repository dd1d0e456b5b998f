package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments;

/**
 * The statutory form added up over departments, with all there is to know about the sum; in both languages, for whoever writes it
 * down.
 *
 * @param question what was asked
 * @param state the state of the data it was made from
 * @param sum what the form holds: all numbers, no texts
 * @param report the same as JSON
 * @param contentHash fingerprint of that
 * @param contributors the departments whose reports are in it, by code
 * @param missing the departments whose reports are not, by code
 * @param openWarnings what nobody has explained in the reports that are in it, by the agency's code; empty where it is asked as of an
 *     instant, as nothing is kept of what was open then
 * @param faults the arithmetic that the sum breaks
 * @param comparisons the district's governments that have a report of their own in force, by code
 */
record Consolidation(
        ConsolidationQuery question,
        ConsolidationStatements.State state,
        Contents sum,
        ObjectNode report,
        String contentHash,
        List<RosterLine> contributors,
        List<RosterLine> missing,
        Optional<Map<String, List<Finding>>> openWarnings,
        List<Finding> faults,
        List<Comparison> comparisons) {

    /**
     * A government's own report beside the sum.
     *
     * @param government the government
     * @param result how they compare
     */
    record Comparison(RosterLine government, AgainstDepartments result) {}
}
