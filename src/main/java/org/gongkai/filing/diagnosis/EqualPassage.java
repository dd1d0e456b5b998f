package org.gongkai.filing.diagnosis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Pointers;

/**
 * A sentence of the report that is the same in another one, apart from blanks and the year. A common wording may stay.
 *
 * @param pointer RFC 6901 JSON Pointer to the section
 * @param cell the place of the section on paper
 * @param passage the sentence; cut after 200 characters
 * @param lastYear whether last year's report of the agency has it
 * @param agencies the number of other agencies whose reports in force for the year have it, of those that were compared
 * @param examples some of these agencies
 * @param action what to do
 */
public record EqualPassage(
        @Schema(format = Pointers.FORMAT) String pointer,
        String cell,
        @Schema(maxLength = EqualPassage.MAX_LENGTH) String passage,
        boolean lastYear,
        @Schema(minimum = "0") int agencies,
        @Schema(maxItems = EqualPassage.MAX_EXAMPLES) List<Named> examples,
        String action) {

    static final int MAX_LENGTH = 200;
    static final int MAX_EXAMPLES = 3;
}
