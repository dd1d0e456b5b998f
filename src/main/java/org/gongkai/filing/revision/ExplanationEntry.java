package org.gongkai.filing.revision;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.rules.Rule;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * The reason why a warning is right as it is.
 *
 * @param rule id of the rule, as in the finding
 * @param pointer JSON Pointer of the finding
 * @param reason the reason; not blank
 */
public record ExplanationEntry(
        @Schema(pattern = Rule.ID_PATTERN, examples = "IN-FORCE")
        String rule,

        @Schema(format = Pointers.FORMAT, examples = "/proactiveDisclosure/normativeDocuments/inForce")
        String pointer,

        @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "清理后 5 件自然失效")
        String reason) {

    /** Maximum number of explanations in one request. */
    public static final int MAX_NUMBER = 1_000;

    private static final Text TOO_MANY = new Text(
                    "说明最多 %s 条，请分次提交", "Must have at most %s explanations: send the others in another request")
            .with(MAX_NUMBER);

    /**
     * Returns the explanations of a request.
     *
     * @param pointer the place of the list in the request
     * @throws ProblemException if there are too many
     */
    public static List<ExplanationEntry> refuseTooMany(String pointer, List<ExplanationEntry> entries) {
        if (entries.size() > MAX_NUMBER) {
            throw ProblemException.ofFindings(
                    ProblemType.INVALID_ENTRY, List.of(Finding.ofShape(pointer, null, TOO_MANY)));
        }
        return entries;
    }
}
