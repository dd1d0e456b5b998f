package org.gongkai.filing.store;

import java.time.Instant;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.sql.SqlType;

/**
 * A test report as a row of table {@code sandbox_report}.
 *
 * @param holder subject of the token by which it was submitted
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the newest revision
 * @param status status of that revision
 * @param contentHash SHA-256 over the canonical JSON of its content
 * @param submittedAt time of its submission
 * @param firstSubmittedAt time of the first submission
 * @param explanations explanations of warnings, as JSON, the newest first
 * @param bytes size of the explanations
 * @param changedAt time of the last change, from which its age counts
 */
record SandboxReportRow(
        String holder,
        String agency,
        short year,
        int revision,
        RevisionStatus status,
        String contentHash,
        Instant submittedAt,
        Instant firstSubmittedAt,
        @SqlType("json") String explanations,
        int bytes,
        Instant changedAt) {}
