package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.gongkai.filing.revision.FilingId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Selects stored reports: those with a revision in force, or with one that waits for a decision. */
@ApplicationScoped
public class StoredReports {

    private static final String SELECTED = """
            from revision r
            join agency a on a.code = r.agency
            join district d on d.code = a.district
            where r.status in ('ACCEPTED', 'SUBMITTED')
              and (cast(:years as smallint[]) is null or r.year = any(cast(:years as smallint[])))
              and (cast(:agencies as text[]) is null or r.agency = any(cast(:agencies as text[])))
              and (cast(:district as text) is null
                   or starts_with(d.path, (select p.path from district p where p.code = cast(:district as text))))
            """;

    private static final String COUNT = "select count(*) " + SELECTED;

    private static final String AGENCIES_AFTER =
            "select distinct r.agency " + SELECTED + " and r.agency > :after order by r.agency limit :limit";

    private static final String REPORTS =
            "select distinct r.agency, r.year " + SELECTED + " and r.agency = any(:among) order by r.agency, r.year";

    private final Session session;

    StoredReports(Session session) {
        this.session = session;
    }

    /**
     * A selection of reports.
     *
     * @param years the report years; {@code null} for all
     * @param district code of a district that contains the agencies now; {@code null} for all
     * @param agencies codes of the agencies; {@code null} for all
     */
    public record Selection(Collection<Integer> years, String district, Collection<String> agencies) {}

    /** Returns the number of revisions. */
    public long count(Selection selection) {
        return select(COUNT, Long.class, selection).getSingleResult();
    }

    /** Returns the codes of the next agencies after one, in their order, which is the order in which they are locked. */
    public List<String> agenciesAfter(Selection selection, String after, int limit) {
        return select(AGENCIES_AFTER, String.class, selection)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Returns the selected reports of some agencies. */
    public List<FilingId> reports(Selection selection, Collection<String> among) {
        return select(REPORTS, Object[].class, selection)
                .setParameter("among", among.toArray(String[]::new))
                .getResultList()
                .stream()
                .map(row -> new FilingId((String) row[0], ((Number) row[1]).shortValue()))
                .toList();
    }

    private <T> NativeQuery<T> select(String statement, Class<T> type, Selection selection) {
        return session.createNativeQuery(statement, type)
                .setParameter("years", years(selection), Short[].class)
                .setParameter("district", selection.district(), String.class)
                .setParameter(
                        "agencies",
                        selection.agencies() == null
                                ? null
                                : selection.agencies().toArray(String[]::new),
                        String[].class);
    }

    private static Short[] years(Selection selection) {
        return selection.years() == null
                ? null
                : selection.years().stream().map(Integer::shortValue).toArray(Short[]::new);
    }
}
