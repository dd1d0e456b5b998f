package org.gongkai.filing.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.filing.carryover.CarryOverChange.Side;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.sql.NamedSql;
import org.hibernate.Session;

/** Reads the revisions that were in force, with the rows of the ledger. */
@ApplicationScoped
class CarryOverHistory {

    private static final NamedSql IN_FORCE = NamedSql.of("""
            select v.agency, v.year, v.revision, v.since, nullif(v.until, 'infinity') as until,
                   case t.applicant_type when '_T' then 'total' else t.applicant_type end as applicant_type,
                   trim_scale(coalesce(i.value, 0)) as carried_over, trim_scale(coalesce(o.value, 0)) as carried_forward
            from unnest(:'agencies', :'years') as s (agency, year)
            join revision_version v on v.agency = s.agency and v.year = s.year and v.status = 'ACCEPTED' and v.since < v.until
            join series t on t.figure = 'requests.carriedOver'
            join series c on c.figure = 'requests.carriedForward' and c.applicant_type = t.applicant_type
            left join figure_value i
                on i.series = t.id and i.year = v.year and i.agency = v.agency and i.revision = v.revision
            left join figure_value o
                on o.series = c.id and o.year = v.year and o.agency = v.agency and o.revision = v.revision
            order by v.agency, v.year, v.since""");

    private final Session session;

    CarryOverHistory(Session session) {
        this.session = session;
    }

    /** A column of a report. */
    private record Column(FilingId report, String applicantType) {}

    /** A span of time in which a revision was in force; until is {@code null} while it is. */
    private record Span(
            Column column,
            int revision,
            Instant since,
            Instant until,
            BigDecimal carriedOver,
            BigDecimal carriedForward) {

        BigDecimal value(Side side) {
            return side == Side.CARRIED_OVER ? carriedOver : carriedForward;
        }
    }

    /** Returns the changes of each line, in one query. */
    Map<CarryOverId, List<CarryOverChange>> of(List<CarryOverLine> lines) {
        Set<FilingId> reports = new LinkedHashSet<>();
        lines.forEach(line -> {
            reports.add(report(line));
            lastYears(line).forEach(reports::add);
        });
        Map<Column, List<Span>> spans = spans(List.copyOf(reports));
        Map<CarryOverId, List<CarryOverChange>> history = new HashMap<>();
        lines.forEach(line -> history.put(line.id, history(line, spans)));
        return history;
    }

    private static FilingId report(CarryOverLine line) {
        return new FilingId(line.id.agency(), line.id.year());
    }

    /** Returns the reports on last year: those that are added, and that of the agency, which may have been in force. */
    private static Stream<FilingId> lastYears(CarryOverLine line) {
        return Stream.concat(Stream.of(line.id.agency()), line.sources.stream())
                .distinct()
                .map(agency -> FilingId.of(agency, line.id.year() - 1));
    }

    private Map<Column, List<Span>> spans(List<FilingId> reports) {
        Map<String, ?> values = Map.of(
                "agencies", reports.stream().map(FilingId::agency).toArray(String[]::new),
                "years", reports.stream().map(FilingId::year).toArray(Short[]::new));
        Map<Column, List<Span>> spans = new HashMap<>();
        session.doReturningWork(connection -> IN_FORCE.list(connection, values, CarryOverHistory::span))
                .forEach(span -> spans.computeIfAbsent(span.column(), column -> new ArrayList<>())
                        .add(span));
        return spans;
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                new Column(
                        new FilingId(row.getString("agency"), row.getShort("year")), row.getString("applicant_type")),
                row.getInt("revision"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until") == null
                        ? null
                        : row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("carried_over"),
                row.getBigDecimal("carried_forward"));
    }

    private static List<CarryOverChange> history(CarryOverLine line, Map<Column, List<Span>> spans) {
        String type = line.id.applicantType();
        return Stream.concat(
                        lastYears(line)
                                .flatMap(report -> changes(
                                        spans.getOrDefault(new Column(report, type), List.of()), Side.CARRIED_FORWARD)),
                        changes(spans.getOrDefault(new Column(report(line), type), List.of()), Side.CARRIED_OVER))
                .sorted(Comparator.comparing(CarryOverChange::at)
                        .thenComparing(CarryOverChange::year)
                        .thenComparing(CarryOverChange::agency))
                .toList();
    }

    /** Leaves out revisions with the value that the one before them had. */
    private static Stream<CarryOverChange> changes(List<Span> spans, Side side) {
        List<CarryOverChange> changes = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean follows = i > 0 && Objects.equals(spans.get(i - 1).until(), span.since());
            if (!follows || spans.get(i - 1).value(side).compareTo(span.value(side)) != 0) {
                changes.add(change(span, span.since(), side, span.revision(), span.value(side)));
            }
            boolean ends = span.until() != null
                    && (i == spans.size() - 1 || !spans.get(i + 1).since().equals(span.until()));
            if (ends) {
                changes.add(change(span, span.until(), side, null, null));
            }
        }
        return changes.stream();
    }

    private static CarryOverChange change(Span span, Instant at, Side side, Integer revision, BigDecimal value) {
        FilingId report = span.column().report();
        return new CarryOverChange(at, side, report.agency(), report.year(), revision, value);
    }
}
