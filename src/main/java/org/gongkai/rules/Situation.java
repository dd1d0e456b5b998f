package org.gongkai.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.FormNode;
import org.gongkai.report.Contents;

/** A report, and what else there is to judge it by. */
public final class Situation {

    private final Contents report;
    private final List<Contents> earlier;
    private final boolean mayMakeRules;
    private final Instant firstSubmitted;
    private final Instant due;
    private final Map<String, String> prose = new HashMap<>();

    /**
     * That of a report.
     *
     * @param report the report
     * @param earlier the reports in force of the agency for the five years before, the latest first
     * @param mayMakeRules whether the agency has the power to make rules (规章)
     * @param firstSubmitted when a report for the year was first submitted
     * @param due the moment from which a first submission is late
     */
    public Situation(
            Contents report, List<Contents> earlier, boolean mayMakeRules, Instant firstSubmitted, Instant due) {
        this.report = report;
        this.earlier = earlier;
        this.mayMakeRules = mayMakeRules;
        this.firstSubmitted = firstSubmitted;
        this.due = due;
    }

    /** The report itself. */
    public Contents report() {
        return report;
    }

    public List<Contents> earlier() {
        return earlier;
    }

    public boolean mayMakeRules() {
        return mayMakeRules;
    }

    public Instant firstSubmitted() {
        return firstSubmitted;
    }

    public Instant due() {
        return due;
    }

    /** The text of a section in the one way of writing that rules read. Many ask for it; it is made once. */
    public String prose(FormNode section) {
        return prose.computeIfAbsent(section.name(), name -> ProseNumbers.normalized(report.text(section)));
    }

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
    public static Situation alone(Contents report) {
        return new Situation(report, List.of(), true, Instant.MIN, Instant.MAX);
    }
}
