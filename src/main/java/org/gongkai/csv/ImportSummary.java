package org.gongkai.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of the import of a file.
 *
 * @param added number of new entries
 * @param changed number of existing entries that were changed
 * @param unchanged number of existing entries that are the same as before
 * @param warnings warnings about entries of the file, which are stored all the same; absent if there are none
 */
public record ImportSummary(
        @Schema(minimum = "0") int added,
        @Schema(minimum = "0") int changed,
        @Schema(minimum = "0") int unchanged,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EntryWarning> warnings) {

    /** Returns the same result with warnings. */
    public ImportSummary with(List<EntryWarning> found) {
        return new ImportSummary(added, changed, unchanged, found);
    }
}
