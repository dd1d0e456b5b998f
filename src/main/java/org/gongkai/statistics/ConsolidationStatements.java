package org.gongkai.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.http.ReportYear;
import org.gongkai.registry.Named;
import org.gongkai.report.Cell;
import org.gongkai.report.Contents;
import org.gongkai.report.Figure;
import org.gongkai.rules.Fault;
import org.gongkai.statistics.RosterLine.CountedRevision;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The SQL of consolidated reports. */
@ApplicationScoped
class ConsolidationStatements {

    private static final String SNAPSHOT = "set transaction isolation level repeatable read";

    private static final String DATA_VERSION = "select cast(sum(changes) as bigint) from data_version";

    /** The departments a roll-up expects of the same year and district; and of the district itself, its governments that have reported. */
    private static final String ROSTER = """
            select a.code, coalesce(o.name, a.name) as name, coalesce(o.kind, a.kind) = 'GOVERNMENT' as government,
                   r.revision, r.content_hash, n.status as newest
            from agency a
            left join cycle c on c.year = :year
            left join obligation o on o.year = :year and o.agency = a.code
            join district d on d.code = coalesce(o.district, a.district)
            left join district asked on asked.code = :district
            left join revision r on r.agency = a.code and r.year = :year and r.status = 'ACCEPTED'
            left join filing f on f.agency = a.code and f.year = :year
            left join revision n on n.agency = f.agency and n.year = f.year and n.revision = f.revision
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

    /** Each cell of the form with what adds up to it; what is zero everywhere has no row. */
    private static final String SUMS = """
            with counted as (
                select *
                from unnest(cast(:agencies as text[]), cast(:revisions as int[])) as c (agency, revision)
            ),
            part as (
                select v.figure, v.applicant_type, sum(v.value) as value
                from counted c
                join figure_value v on v.agency = c.agency and v.year = :year and v.revision = c.revision
                group by v.figure, v.applicant_type
            )
            select q.cell, sum(p.value)
            from unnest(cast(:cells as text[]), cast(:figures as text[]), cast(:types as text[])) as q (cell, figure, applicant_type)
            join part p on p.figure = q.figure and p.applicant_type = q.applicant_type
            group by q.cell""";

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

    /** What stands for the type of applicant of a figure that is not broken down by it. */
    private static final String NO_COLUMNS = "_Z";

    private final Session session;
    private final ObjectReader tree;
    private final ObjectReader fault;

    ConsolidationStatements(Session session, ObjectMapper mapper) {
        this.session = session;
        this.tree = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.fault = mapper.readerFor(Fault.class);
    }

    /** Lets all statements of this transaction see the same data; comes before any of them. */
    void takeSnapshot() {
        session.createNativeMutationQuery(SNAPSHOT).executeUpdate();
    }

    long dataVersion() {
        return session.createNativeQuery(DATA_VERSION, Long.class).getSingleResult();
    }

    /** Whose reports belong to the answer, by code: departments, and of the district itself the governments that have reported. */
    List<RosterLine> roster(ConsolidationQuestion question) {
        return session
                .createNativeQuery(ROSTER, Object[].class)
                .setParameter("year", question.year().value())
                .setParameter("district", question.district().map(Named::code).orElse(null), String.class)
                .getResultList()
                .stream()
                .map(ConsolidationStatements::line)
                .toList();
    }

    /** The sum in each cell of the form, by pointer; none where it is zero. */
    Map<String, BigDecimal> sums(ConsolidationQuestion question, List<RosterLine> contributors) {
        List<Part> parts = question.year().form().figures().stream()
                .flatMap(figure -> figure.cells().stream().flatMap(cell -> parts(figure, cell)))
                .toList();
        return over(contributors, question.year(), SUMS)
                .setParameter("cells", strings(parts, Part::cell))
                .setParameter("figures", strings(parts, Part::figure))
                .setParameter("types", strings(parts, Part::applicantType))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(columns -> (String) columns[0], columns -> (BigDecimal) columns[1]));
    }

    /** What nobody has explained, by the agency's code, in the order of the rule book. */
    Map<String, List<Fault>> openWarnings(ConsolidationQuestion question, List<RosterLine> contributors) {
        return over(contributors, question.year(), OPEN_WARNINGS).getResultList().stream()
                .collect(Collectors.groupingBy(
                        columns -> (String) columns[0],
                        Collectors.mapping(
                                columns -> ConsolidationStatements.<Fault>read((String) columns[1], fault),
                                Collectors.toList())));
    }

    /** What a report in force says. */
    Contents contents(ConsolidationQuestion question, RosterLine line) {
        String content = session.createNativeQuery(CONTENT, String.class)
                .setParameter("agency", line.agency().code())
                .setParameter("year", question.year().value())
                .setParameter("revision", line.revision())
                .getSingleResult();
        return Contents.of(question.year().value(), question.year().form(), read(content, tree), Set.of());
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

    /** A total is what it is the total of: only that is stored. */
    private static Stream<Part> parts(Figure figure, Cell cell) {
        List<String> types = cell.applicantType() == null
                ? List.of(NO_COLUMNS)
                : figure.applicantTypes().contains(cell.applicantType())
                        ? List.of(cell.applicantType())
                        : figure.applicantTypes();
        return figure.leaves().stream()
                .flatMap(leaf -> types.stream().map(type -> new Part(cell.pointer(), leaf, type)));
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
     * A stored figure that counts towards a cell.
     *
     * @param cell pointer to the cell
     * @param figure code of the figure
     * @param applicantType the type of applicant
     */
    private record Part(String cell, String figure, String applicantType) {}
}
