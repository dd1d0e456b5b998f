package org.gongkai.filing.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The withdrawal of a revision, or the request for it.
 *
 * @param at its time, by the server's clock
 * @param by name of the person who withdrew the revision or asked for it; only for the agency and the oversight office
 * @param reason the reason; absent where none was given; only for the agency and the oversight office
 */
public record Withdrawal(
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) String by,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    /** Returns the withdrawal as a reader may see it. */
    public static Withdrawal visible(Withdrawal withdrawal, Visibility visibility) {
        return withdrawal == null || visibility == Visibility.FULL
                ? withdrawal
                : new Withdrawal(withdrawal.at, null, null);
    }
}
