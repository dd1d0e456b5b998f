package org.gongkai.transcription.page;

import java.util.Optional;

/**
 * The title of a report.
 *
 * @param agencyName the printed name of the agency; empty if the title contains none
 * @param year the year in the title; empty if there is no title
 */
public record Title(Optional<String> agencyName, Optional<Integer> year) {

    static final Title NONE = new Title(Optional.empty(), Optional.empty());

    /** Returns whether it belongs to another report: the years differ, or the names, none of which is a part of the other. */
    boolean contradicts(Title other) {
        return differs(year, other.year) || agencyName.isPresent() && !isSameAgency(other);
    }

    private boolean isSameAgency(Title other) {
        return other.agencyName.isEmpty()
                || agencyName.get().contains(other.agencyName.get())
                || other.agencyName.get().contains(agencyName.get());
    }

    private static boolean differs(Optional<Integer> one, Optional<Integer> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Returns the title as a person would say it. */
    @Override
    public String toString() {
        return agencyName.orElse("") + year.map(found -> found + "年").orElse("");
    }
}
