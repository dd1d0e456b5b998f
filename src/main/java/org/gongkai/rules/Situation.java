package org.gongkai.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.report.Contents;

/**
 * A report, and what else there is to judge it by.
 *
 * @param report the report
 * @param earlier the reports in force of the agency for the {@link RuleBook#YEARS_OF_HISTORY} years before, the latest first
 * @param mayMakeRules whether the agency has the power to make rules (规章)
 * @param firstSubmitted when a report for the year was first submitted
 * @param due the moment from which a first submission is late
 */
public record Situation(
        Contents report, List<Contents> earlier, boolean mayMakeRules, Instant firstSubmitted, Instant due) {

    /** The report of the year before, where one is in force. */
    public Optional<Contents> lastYear() {
        return ofYearsAgo(1);
    }

    /** The report itself for 0, that of the year before for 1. */
    Optional<Contents> ofYearsAgo(int years) {
        int year = report.year() - years;
        return years == 0
                ? Optional.of(report)
                : earlier.stream().filter(other -> other.year() == year).findFirst();
    }

    /** A report by itself, for the rules that need nothing else. */
    static Situation alone(Contents report) {
        return new Situation(report, List.of(), true, Instant.MIN, Instant.MAX);
    }
}
