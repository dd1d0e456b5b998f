package org.gongkai.filing.impact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;

/**
 * A revision whose impact is asked for.
 *
 * @param agency the agency, by its name in the report year
 * @param year the report year
 * @param revision the revision, without its content
 * @param movedAt the instants at which it came into force or was withdrawn from force, in order
 * @param waiting its content, while it waits for a decision
 */
record ImpactSubject(
        Named agency, ReportYear year, RevisionRow revision, List<Instant> movedAt, Optional<Contents> waiting) {}
