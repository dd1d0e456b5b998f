package org.gongkai.filing.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;
import org.gongkai.text.NameLength;

/**
 * The withdrawal of a revision, or the request for it.
 *
 * @param at its time, by the server's clock
 * @param by name of the person who withdrew the revision or asked for it; only for the agency and the oversight office
 * @param reason the reason; absent where none was given; only for the agency and the oversight office
 */
public record Withdrawal(
        Instant at,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = NameLength.ACTOR)
        String by,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
        String reason) {

    /** Returns the withdrawal as a reader may see it. */
    public static Withdrawal visible(Withdrawal withdrawal, Visibility visibility) {
        return withdrawal == null || visibility == Visibility.FULL
                ? withdrawal
                : new Withdrawal(withdrawal.at, null, null);
    }
}
