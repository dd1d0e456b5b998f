package org.gongkai.filing.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.filing.history.Changes;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.form.Series;
import org.gongkai.rules.FindingView;

/**
 * The findings after supposed changes.
 *
 * @param base the revision that is changed, without its content
 * @param agencyName name of the agency in the report year
 * @param changes the changes of the base
 * @param status status that the changed report would have; empty if it would be rejected
 * @param findings the findings about the changed report
 * @param added the findings that the changes add
 * @param gone the findings that are gone after the changes
 * @param later the later reports that are compared with it
 * @param values the values of the changed report, by series
 */
record SupposedFindings(
        RevisionRow base,
        String agencyName,
        List<Changes.Change> changes,
        Optional<RevisionStatus> status,
        List<FindingView> findings,
        List<FindingView> added,
        List<FindingView> gone,
        List<LaterReport> later,
        Map<Series, BigDecimal> values) {}
