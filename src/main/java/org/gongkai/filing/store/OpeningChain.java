package org.gongkai.filing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.report.Contents;
import org.gongkai.rules.Opening;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/**
 * The reports of predecessors that reports start from. The function {@code opening_chain} of the database finds them,
 * for the ledger of requests carried over as well; the agency's own report of last year is known in memory, and may not
 * be stored yet.
 */
final class OpeningChain {

    /** Asks the function for agencies with a predecessor only, with and without a report of the agency itself. */
    private static final String CHAINS = """
            select s.agency, y.year, h.own, c.obstacle is null as complete, c.needs_own, r.content
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as s (agency, first, last)
            join lateral (
                select where exists (select 1 from agency p where p.successor = s.agency)
                          or exists (select 1 from agency p where p.split_into <> '{}' and p.split_into @> array[s.agency])
            ) e on true
            cross join lateral generate_series(s.first, s.last) as y (year)
            cross join (values (true), (false)) as h (own)
            cross join lateral opening_chain(s.agency, cast(y.year as integer), h.own) c
            left join lateral unnest(c.agencies, c.revisions) as u (agency, revision) on true
            left join revision r on r.agency = u.agency and r.year = y.year - 1 and r.revision = u.revision
            where c.obstacle is not null or c.agencies <> '{}'
            order by s.agency, y.year, h.own, u.agency""";

    private final Map<Key, Link> links = new HashMap<>();

    private OpeningChain() {}

    /** A report, and whether the agency itself has a report in force for last year. */
    private record Key(FilingId report, boolean hasOwn) {}

    /** The reports of the predecessors, as JSON; and whether they are complete, with or without the agency's own one. */
    private record Link(boolean complete, boolean needsOwn, List<String> contents) {}

    /**
     * Adds a statement that reads the reports of predecessors.
     *
     * @return the chain; it is empty until the statement is executed
     */
    static OpeningChain of(StatementPipeline statements, List<ReportLoader.Span> spans) {
        OpeningChain chain = new OpeningChain();
        statements.query(
                CHAINS,
                chain::read,
                spans,
                List.of(
                        Argument.text(ReportLoader.Span::agency),
                        Argument.number(ReportLoader.Span::judged),
                        Argument.number(ReportLoader.Span::last)));
        return chain;
    }

    /** Adds the chains of other agencies or years. */
    void add(OpeningChain others) {
        links.putAll(others.links);
    }

    /**
     * Returns what a report starts from.
     *
     * @param own the agency's own report in force for last year
     */
    Opening of(FilingId report, Optional<Contents> own) {
        Link link = links.getOrDefault(new Key(report, own.isPresent()), new Link(true, true, List.of()));
        Stream<Contents> ofPredecessors =
                link.contents().stream().map(content -> Contents.read(report.year() - 1, content));
        return new Opening(
                Stream.concat(own.stream(), ofPredecessors).toList(),
                link.complete() && (own.isPresent() || !link.needsOwn()));
    }

    private void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Key key = new Key(new FilingId(rows.getString("agency"), rows.getShort("year")), rows.getBoolean("own"));
            boolean complete = rows.getBoolean("complete");
            boolean needsOwn = rows.getBoolean("needs_own");
            String content = rows.getString("content");
            Link link = links.computeIfAbsent(key, report -> new Link(complete, needsOwn, new ArrayList<>()));
            if (content != null) {
                link.contents().add(content);
            }
        }
    }
}
