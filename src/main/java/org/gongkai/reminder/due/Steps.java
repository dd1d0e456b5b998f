package org.gongkai.reminder.due;

import java.util.List;

/**
 * The days on which an agency is reminded.
 *
 * @param days the days after the day from which they count, ascending; negative before it
 */
public record Steps(List<Integer> days) {

    /** Maximum number of steps. */
    static final int MAX_NUMBER = 20;

    private static final int MAX_DAYS = 365;

    public Steps {
        boolean isValid = !days.isEmpty()
                && days.size() <= MAX_NUMBER
                && days.stream().distinct().count() == days.size()
                && days.stream().allMatch(day -> Math.abs(day) <= MAX_DAYS);
        if (!isValid) {
            throw new IllegalArgumentException(
                    "gongkai.reminders.steps: must be 1 to %s different numbers of days from -%2$s to %2$s, such as -14,-3,1,7."
                            .formatted(MAX_NUMBER, MAX_DAYS));
        }
        days = days.stream().sorted().toList();
    }

    /** Returns the days as an argument of a statement. */
    Integer[] array() {
        return days.toArray(Integer[]::new);
    }
}
