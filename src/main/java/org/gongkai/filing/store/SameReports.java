package org.gongkai.filing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.rules.SameReport;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/**
 * The agencies that submitted the same content before for the same year: stored ones, and those of this transaction.
 * Two transactions at the same time do not see each other; the next submission of either agency reports it.
 */
final class SameReports {

    private static final String OTHERS = """
            select s.agency, s.year, s.hash, o.agency as other, o.name
            from unnest(?::text[], ?::bigint[], ?::text[], ?::timestamptz[]) as s (agency, year, hash, before)
            cross join lateral (
                select r.agency, case when r.status = 'ACCEPTED' then a.name end as name
                from revision r
                join agency a on a.code = r.agency
                where left(r.content_hash, 16) = left(s.hash, 16) and r.year = s.year and r.content_hash = s.hash
                    and r.status in ('SUBMITTED', 'ACCEPTED') and r.agency <> s.agency
                    and (s.before is null or r.submitted_at < s.before)
                order by r.agency
                limit 1
            ) o""";

    private static final List<Argument<ReportContent>> OF_CONTENT = List.of(
            Argument.text(content -> content.filing().agency()),
            Argument.number(content -> content.filing().year()),
            Argument.text(ReportContent::hash),
            Argument.time(ReportContent::submittedAt));

    /** A report and its content. */
    private record Key(FilingId filing, String hash) {}

    /** A content of a year. */
    private record YearContent(int year, String hash) {}

    private final Map<Key, SameReport> stored = new HashMap<>();
    private final Map<YearContent, SameReport> added = new HashMap<>();

    /** Adds a statement that finds stored reports with the same content. */
    void find(StatementPipeline statements, List<ReportContent> contents) {
        if (!contents.isEmpty()) {
            statements.query(OTHERS, this::read, contents, OF_CONTENT);
        }
    }

    /** Adds a report that this transaction stores. */
    void add(FilingId filing, String hash) {
        added.putIfAbsent(new YearContent(filing.year(), hash), new SameReport(filing.agency(), Optional.empty()));
    }

    /** Returns the report of another agency that submitted the same content before. */
    Optional<SameReport> of(FilingId filing, String hash) {
        return Optional.ofNullable(stored.get(new Key(filing, hash)))
                .or(() -> Optional.ofNullable(added.get(new YearContent(filing.year(), hash))))
                .filter(other -> !other.agency().equals(filing.agency()));
    }

    private void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            FilingId filing = new FilingId(rows.getString("agency"), rows.getShort("year"));
            stored.put(
                    new Key(filing, rows.getString("hash")),
                    new SameReport(rows.getString("other"), Optional.ofNullable(rows.getString("name"))));
        }
    }
}
