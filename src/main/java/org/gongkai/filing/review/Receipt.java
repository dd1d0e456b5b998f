package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.store.Findings;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.rules.FindingView;
import org.gongkai.text.Language;

/**
 * Proof that a report was taken in.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision, from 1; the same as before when the content is unchanged
 * @param status where the revision stands
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content, in lower-case hexadecimal
 * @param submittedAt when the revision was taken in, by the server's clock
 * @param decision what the oversight office, or the service by itself, decided on it; absent while it waits
 * @param findings what was found in it that did not refuse it
 */
public record Receipt(
        @Schema(examples = "430212-finance") String agency,
        @Schema(examples = "2023") int year,
        @Schema(minimum = "1", examples = "1") int revision,
        RevisionStatus status,
        @Schema(pattern = "^[0-9a-f]{64}$") String contentHash,
        Instant submittedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) DecisionView decision,
        List<FindingView> findings) {

    /** What everybody may know of a revision that is in force or was: not who took part, nor what they wrote to each other. */
    public Receipt published() {
        return new Receipt(
                agency,
                year,
                revision,
                status,
                contentHash,
                submittedAt,
                decision.published(),
                findings.stream().map(FindingView::withoutExplanation).toList());
    }

    public static Receipt of(Revision revision, Findings findings, Language language) {
        return new Receipt(
                revision.id.agency(),
                revision.id.year(),
                revision.id.revision(),
                revision.status,
                revision.contentHash,
                revision.submittedAt,
                DecisionView.on(revision),
                findings.in(language));
    }
}
