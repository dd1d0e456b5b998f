package org.gongkai.reminder.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.gongkai.text.BeijingTime;

/**
 * The part of the agencies and the time for which reminders are worked out.
 *
 * @param year the report year
 * @param at the current time
 * @param agencies codes of the agencies; empty for all
 * @param districts codes of districts that contain the agencies now, directly or in a lower district; empty for all
 */
public record DueScope(int year, Instant at, Optional<Set<String>> agencies, Collection<String> districts) {

    /** Returns the scope with all agencies. */
    public static DueScope everywhere(int year, Instant at) {
        return new DueScope(year, at, Optional.empty(), Set.of());
    }

    /** Returns the current day in Beijing time. */
    LocalDate today() {
        return BeijingTime.dayOf(at);
    }
}
