package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments;
import org.gongkai.statistics.data.DataVersion;

/**
 * The statutory form added up over departments, with its coverage, warnings and comparisons, in both languages.
 *
 * @param query the query
 * @param version the version of the data
 * @param district the district of the query, by the name that it had then; empty for all departments
 * @param sum the contents of the form: all numbers, no texts
 * @param report the same as JSON
 * @param contentHash the SHA-256 of that
 * @param contributors the departments whose reports are in the sum, by code
 * @param missing the departments whose reports are not in the sum, by code
 * @param openWarnings the warnings without an explanation in the reports in the sum, by the code of the agency
 * @param findings the rules of arithmetic that the sum breaks
 * @param drafts drafts of the texts; empty unless the query wants them
 * @param comparisons the governments of the district that have a report of their own in force, by code
 */
record Consolidation(
        ConsolidationQuery query,
        DataVersion version,
        Optional<Named> district,
        Contents sum,
        ObjectNode report,
        String contentHash,
        List<RosterLine> contributors,
        List<RosterLine> missing,
        Map<String, List<Finding>> openWarnings,
        List<Finding> findings,
        Optional<Drafts> drafts,
        List<Comparison> comparisons) {

    /**
     * A comparison of a government's own report with the sum.
     *
     * @param government the government
     * @param result the differences
     */
    record Comparison(RosterLine government, AgainstDepartments result) {}
}
