package org.gongkai.filing.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;
import org.gongkai.text.Sha256;

/**
 * A test report in the sandbox.
 *
 * @param holder subject of the token by which it was submitted
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the newest revision
 * @param status status of the newest revision
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of its content, in lower-case hexadecimal
 * @param firstSubmittedAt time of the first submission
 * @param submittedAt time at which the newest revision was submitted
 * @param removedAt time from which it may be removed, unless it changes before
 */
public record SandboxSubmission(
        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String holder,

        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2023") int year,
        @Schema(minimum = "1", examples = "1") int revision,
        RevisionStatus status,
        @Schema(pattern = Sha256.PATTERN) String contentHash,
        Instant firstSubmittedAt,
        Instant submittedAt,
        Instant removedAt) {

    static SandboxSubmission of(SandboxReport report, Duration keep) {
        return new SandboxSubmission(
                report.holder,
                report.agency,
                report.year,
                report.revision,
                report.status,
                report.contentHash,
                report.firstSubmittedAt,
                report.submittedAt,
                report.changedAt.plus(keep));
    }
}
