package org.gongkai.filing.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.Reason;
import org.gongkai.rules.Rule;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;
import org.gongkai.text.Pointers;

/**
 * An explanation in the register.
 *
 * @param agency the agency, with its current name
 * @param district the current district of the agency
 * @param year the report year
 * @param revision number of the revision for which the explanation was given; it also holds for later ones
 * @param rule id of the rule
 * @param pointer RFC 6901 JSON Pointer to the cell in question
 * @param cell the place of that cell on paper; absent if the form has no such place
 * @param message the message of the finding when it was explained, in the language of the response; absent where it was
 *     replaced before the service kept it
 * @param reason the explanation
 * @param by the user who gave it
 * @param at the time when it was given
 * @param state state of the finding
 * @param repetition the uses of the same wording
 */
@Schema(name = "ExplanationRecord")
public record ExplanationRecord(
        Named agency,
        Named district,
        @Schema(examples = "2023") int year,
        @Schema(minimum = "1", examples = "1") int revision,

        @Schema(pattern = Rule.ID_PATTERN, examples = "IN-FORCE")
        String rule,

        @Schema(format = Pointers.FORMAT, examples = "/proactiveDisclosure/normativeDocuments/inForce")
        String pointer,

        @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
        @JsonInclude(JsonInclude.Include.NON_NULL) String message,

        @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "清理后 5 件自然失效")
        String reason,

        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String by,
        Instant at,
        ExplanationState state,
        Repetition repetition) {

    /**
     * The uses of a wording. Wordings are the same if they differ in punctuation, blanks, case and width only. Callers
     * who do not see all explanations receive the numbers of the agency that gave this one.
     *
     * @param wording key of the wording: the same for all its uses
     * @param uses number of explanations with this wording, in all years; 1 if it is not repeated
     * @param agencies number of agencies that used it
     * @param years number of report years in which this agency used it
     */
    @Schema(name = "Repetition")
    public record Repetition(
            @Schema(pattern = "^[0-9a-f]{16}$", examples = "0f3c5a1d7b9e2468")
            String wording,

            @Schema(minimum = "1") long uses,
            @Schema(minimum = "1") int agencies,
            @Schema(minimum = "1") int years) {}

    /**
     * Returns the entry of an explanation.
     *
     * @param finding the finding that was explained; empty if it is unknown
     * @param seesAll whether the reader may know about the explanations of other agencies
     */
    static ExplanationRecord of(ExplanationLine line, Optional<Finding> finding, boolean seesAll, Language language) {
        Agency agency = line.agency;
        Optional<FindingView> view = finding.map(found -> FindingView.of(found, language));
        return new ExplanationRecord(
                new Named(agency.code, agency.name),
                new Named(agency.district.code, agency.district.name),
                line.year,
                line.revision,
                line.rule,
                line.pointer,
                view.map(FindingView::cell).orElse(null),
                view.map(FindingView::message).orElse(null),
                line.reason,
                line.explainedBy,
                line.explainedAt,
                line.state,
                seesAll
                        ? new Repetition(line.wording, line.uses, line.agencies, line.ownYears)
                        : new Repetition(line.wording, line.ownUses, 1, line.ownYears));
    }
}
