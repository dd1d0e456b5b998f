package org.gongkai.filing.revalidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;

/**
 * A finding that a run has added to a stored revision, or removed from it.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param kind the kind of the change
 * @param reason the reason of the change; absent in runs of a service that did not keep it
 * @param finding the finding
 * @param at time of the change
 */
@Schema(name = "RevalidationChange")
public record RevalidationChangeEntry(
        @Schema(pattern = CodeFormat.PATTERN) String agency,
        int year,
        @Schema(minimum = "1") int revision,
        RevalidationChange.Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) RevalidationChange.Reason reason,
        FindingView finding,
        Instant at) {

    static RevalidationChangeEntry of(RevalidationChange change, ReportReader reader, Language language) {
        return new RevalidationChangeEntry(
                change.agency,
                change.year,
                change.revision,
                change.kind,
                change.reason,
                FindingView.of(reader.stored(change.fault, Finding.class), language),
                change.at);
    }
}
