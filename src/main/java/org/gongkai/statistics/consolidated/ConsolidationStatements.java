package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.qute.Qute;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Series;
import org.gongkai.http.ReportYear;
import org.gongkai.registry.Named;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.statistics.consolidated.RosterLine.CountedRevision;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SourceTables;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The SQL of consolidated reports. */
@ApplicationScoped
class ConsolidationStatements {

    private static final String SNAPSHOT = "set transaction isolation level repeatable read";

    /** Of an instant before the district was known, its name is the one it has now. */
    private static final String STATE = """
            select s.version, s.at,
                   coalesce((select name from {district} d where d.code = :district),
                            (select name from district where code = :district))
            from ({state}) as s (version, at)""";

    /** The departments a roll-up expects of the same year and district; and of the district itself, its governments that have reported. */
    private static final String ROSTER = """
            select a.code, coalesce(o.name, a.name) as name, coalesce(o.kind, a.kind) = 'GOVERNMENT' as government,
                   r.revision, (select v.content_hash from revision v where v.agency = a.code and v.year = :year and v.revision = r.revision),
                   n.status as newest
            from {agency} a
            left join {cycle} c on c.year = :year
            left join {obligation} o on o.year = :year and o.agency = a.code
            join {district} d on d.code = coalesce(o.district, a.district)
            left join {district} asked on asked.code = :district
            left join {counted} r on r.agency = a.code
            left join {newest} n on n.agency = a.code and n.year = :year
            where case coalesce(o.kind, a.kind)
                      when 'GOVERNMENT' then d.code = :district and r.revision is not null
                      else (cast(:district as text) is null or starts_with(d.path, asked.path))
                           and (r.revision is not null
                                or case
                                       when c.year is not null then not o.exempt
                                       else coalesce(a.valid_from <= make_date(:year, 12, 31), true)
                                            and coalesce(a.valid_to >= make_date(:year, 12, 31), true)
                                   end)
                  end
            order by a.code collate "C"
            """;

    /** The status of the newest revision of each report. */
    private static final String NEWEST_NOW = """
            (select n.agency, n.year, n.status
             from filing f
             join revision n on n.agency = f.agency and n.year = f.year and n.revision = f.revision)""";

    /** What neither waited nor was in force then had been sent back. */
    private static final String NEWEST_THEN = """
            (select distinct on (v.agency, v.year) v.agency, v.year,
                    case when :asOf < v.until then v.status else 'RETURNED' end as status
             from revision_version v
             where v.since <= :asOf
             order by v.agency, v.year, v.revision desc, v.since desc)""";

    /** The sum of each series; what is zero everywhere has no row. */
    private static final String SUMS = """
            select v.series, sum(v.value)
            from unnest(cast(:agencies as text[]), cast(:revisions as int[])) as c (agency, revision)
            join figure_value v on v.agency = c.agency and v.year = :year and v.revision = c.revision
            where v.series = any(:series)
            group by v.series""";

    private static final String OPEN_WARNINGS = """
            select f.agency, cast(f.fault as text)
            from unnest(cast(:agencies as text[]), cast(:revisions as int[])) as c (agency, revision)
            join finding f on f.agency = c.agency and f.year = :year and f.revision = c.revision
            where f.severity = 'WARNING'
              and not exists (select
                              from explanation e
                              where e.agency = f.agency and e.year = f.year and e.rule = f.rule and e.pointer = f.pointer
                                and e.compared = f.compared)
            order by f.position""";

    private static final String CONTENT = """
            select cast(r.content as text)
            from revision r
            where r.agency = :agency and r.year = :year and r.revision = :revision""";

    private final Session session;
    private final SeriesRegister register;
    private final ObjectReader fault;

    ConsolidationStatements(Session session, SeriesRegister register, ObjectMapper mapper) {
        this.session = session;
        this.register = register;
        this.fault = mapper.readerFor(Finding.class);
    }

    /** Lets all statements of this transaction see the same data; comes before any of them. */
    void takeSnapshot() {
        session.createNativeMutationQuery(SNAPSHOT).executeUpdate();
        session.createNativeMutationQuery(Reads.BEFORE_SNAPSHOT).executeUpdate();
    }

    /** The state of the data, and what the district was called in it. */
    State state(ConsolidationQuery question) {
        Object[] columns = asked(STATE, question).getSingleResult();
        Optional<Named> district = question.district().map(code -> new Named(code, (String) columns[2]));
        return new State(((Number) columns[0]).longValue(), (Instant) columns[1], district);
    }

    /** Whose reports belong to the answer, by code: departments, and of the district itself the governments that have reported. */
    List<RosterLine> roster(ConsolidationQuery question) {
        return asked(ROSTER, question).setParameter("year", question.year().value()).getResultList().stream()
                .map(ConsolidationStatements::line)
                .toList();
    }

    /** The sum in each cell of the form, by pointer; none where it is zero. */
    Map<String, BigDecimal> sums(ConsolidationQuery question, List<RosterLine> contributors) {
        Map<Short, String> cells = new HashMap<>();
        question.year().form().figures().forEach(figure -> figure.cells()
                .forEach(cell -> cells.put(register.numberOf(series(figure, cell)), cell.pointer())));
        return over(contributors, question.year(), SUMS)
                .setParameter("series", cells.keySet().toArray(Short[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        columns -> cells.get(((Number) columns[0]).shortValue()), columns -> (BigDecimal) columns[1]));
    }

    /** What nobody has explained, by the agency's code, in the order of the rule book. */
    Map<String, List<Finding>> openWarnings(ConsolidationQuery question, List<RosterLine> contributors) {
        return over(contributors, question.year(), OPEN_WARNINGS).getResultList().stream()
                .collect(Collectors.groupingBy(
                        columns -> (String) columns[0],
                        Collectors.mapping(
                                columns -> ConsolidationStatements.<Finding>read((String) columns[1], fault),
                                Collectors.toList())));
    }

    /** What a report in force says. */
    Contents contents(ConsolidationQuery question, RosterLine line) {
        String content = session.createNativeQuery(CONTENT, String.class)
                .setParameter("agency", line.agency().code())
                .setParameter("year", question.year().value())
                .setParameter("revision", line.revision())
                .getSingleResult();
        return Contents.read(question.year().value(), content);
    }

    private NativeQuery<Object[]> over(List<RosterLine> contributors, ReportYear year, String sql) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("year", year.value())
                .setParameter(
                        "agencies", strings(contributors, line -> line.agency().code()))
                .setParameter(
                        "revisions",
                        contributors.stream().map(RosterLine::revision).toArray(Integer[]::new));
    }

    private static RosterLine line(Object[] columns) {
        Optional<CountedRevision> counted = Optional.ofNullable((Integer) columns[3])
                .map(revision -> new CountedRevision(revision, (String) columns[4]));
        return new RosterLine(
                new Named((String) columns[0], (String) columns[1]),
                (Boolean) columns[2],
                counted,
                Optional.ofNullable((String) columns[5]));
    }

    private static Series series(Figure figure, Cell cell) {
        boolean ofOneType =
                cell.applicantType() != null && figure.applicantTypes().contains(cell.applicantType());
        return Series.of(figure, ofOneType ? cell.applicantType() : Series.ALL_APPLICANTS);
    }

    /** A statement over relations as they are, or as they were. */
    private NativeQuery<Object[]> asked(String sql, ConsolidationQuery question) {
        boolean then = question.asOf().isPresent();
        Map<String, Object> relations = new HashMap<>(SourceTables.of(then, question.basis(), "= :year"));
        relations.put("newest", then ? NEWEST_THEN : NEWEST_NOW);
        NativeQuery<Object[]> query = session.createNativeQuery(Qute.fmt(sql, relations), Object[].class)
                .setParameter("district", question.district().orElse(null), String.class);
        question.asOf().ifPresent(instant -> query.setParameter("asOf", instant));
        return query;
    }

    private static <T> String[] strings(List<T> from, Function<T, String> member) {
        return from.stream().map(member).toArray(String[]::new);
    }

    private static <T> T read(String json, ObjectReader reader) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored cannot be read", e);
        }
    }

    /**
     * The state of the data.
     *
     * @param version its number
     * @param at when the data came into it
     * @param district the district asked for, as it was called then
     */
    record State(long version, Instant at, Optional<Named> district) {}
}
