package org.gongkai.filing.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Sha256;

/**
 * A change of the reports in force.
 *
 * @param id number of the event in the audit log
 * @param at time of the change, by the clock of the server
 * @param type type of the change
 * @param agency the agency, with its current name
 * @param year the report year
 * @param revision number of the revision that came into force, or was withdrawn
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of its content, in lower-case hexadecimal
 * @param changeReason reason of the agency to change the report, where the revision came into force; absent where none
 *     was given
 */
public record PublicChange(
        @Schema(minimum = "1") long id,
        Instant at,
        PublicChangeType type,
        Named agency,
        int year,
        @Schema(minimum = "1") int revision,
        @Schema(pattern = Sha256.PATTERN) String contentHash,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = SubmissionNotes.MAX_CHANGE_REASON, examples = "表三第二行误填，现予更正")
        String changeReason) {}
