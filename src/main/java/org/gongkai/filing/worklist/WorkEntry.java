package org.gongkai.filing.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Sha256;

/**
 * A revision on which the oversight office has work to do.
 *
 * @param agency the agency, with its current name
 * @param kind kind of the agency: a department reports on itself, a government on all its departments
 * @param district current district of the agency
 * @param category current category of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param state why it is on the list: it waits for a decision, or it is in force and warnings opened afterwards
 * @param correction whether an earlier revision of the report is or was in force
 * @param openWarnings number of warnings without an explanation; of a revision in force, those that opened while it was in
 *     force
 * @param weight sum of the weights of these warnings: 5 for a contradiction to another report or the law (CARRY-OVER,
 *     IN-FORCE, RULE-MAKING, SUCCESSION, REPORT-COPIED), 3 for a text that contradicts the tables (TEXT-REQUESTS,
 *     TEXT-DISPUTES, TEXT-FEES, TEXT-YEAR), 1 for any other
 * @param rules ids of the rules of these warnings
 * @param submittedAt time at which the revision was stored
 * @param since time since which it is on the list: that of its submission, or that at which the first of the warnings
 *     opened
 * @param daysWaiting number of days on the list, as calendar days in Beijing time; 0 on the first day
 * @param deadline last day in time for the report, in Beijing time
 * @param late whether the report was first submitted after that day
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content, in lower-case hexadecimal
 */
@Schema(name = "WorkEntry")
public record WorkEntry(
        Named agency,
        AgencyKind kind,
        Named district,
        Named category,
        @Schema(examples = "2023") int year,
        @Schema(minimum = "1", examples = "1") int revision,
        WorkState state,
        boolean correction,
        @Schema(minimum = "0") long openWarnings,
        @Schema(minimum = "0") long weight,
        List<String> rules,
        Instant submittedAt,
        Instant since,
        @Schema(minimum = "0") long daysWaiting,
        LocalDate deadline,
        boolean late,
        @Schema(pattern = Sha256.PATTERN) String contentHash) {

    static WorkEntry of(WorkItem item, Instant now) {
        return new WorkEntry(
                new Named(item.id.agency(), item.name),
                item.kind,
                new Named(item.district.code, item.district.name),
                new Named(item.category.code, item.category.name),
                item.id.year(),
                item.id.revision(),
                item.state,
                item.correction,
                item.openWarnings,
                item.weight,
                Stream.of(item.rules.split(WorkItem.SEPARATOR))
                        .filter(rule -> !rule.isEmpty())
                        .toList(),
                item.submittedAt,
                item.since,
                days(item.since, now),
                item.due,
                item.late,
                item.contentHash);
    }

    /** Returns the days between two times; 0 if a clock that was put back makes them negative. */
    private static long days(Instant since, Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(BeijingTime.dayOf(since), BeijingTime.dayOf(now)));
    }
}
