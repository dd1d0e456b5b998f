package org.gongkai.registry.agency;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.csv.EntryWarning;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * Warns about a second agency with the same name in the same district at the same time. The establishment office
 * (机构编制) gives each organ of a district its own name, and the import of documents finds the agency of a report by it.
 * So a second one is probably the same agency under another code, whose figures would count twice. An agency and its
 * successor may have the same name, as the first day of the successor is often unknown.
 */
final class SameName {

    private static final String OTHERS = """
            select e.code, min(o.code)
            from %s
            where e.code = any (:codes) and o.code <> e.code
                and coalesce(e.successor, '') <> o.code and o.code <> all (e.split_into)
                and coalesce(o.successor, '') <> e.code and e.code <> all (o.split_into)
                and coalesce(greatest(o.valid_from, o.name_since), :first) <= coalesce(e.valid_to, :last)
                and coalesce(o.valid_to, :last) >= coalesce(greatest(e.valid_from, e.name_since), :first)
            group by e.code""";

    private static final String OF_ONE = OTHERS.formatted("""
            agency e
            join agency o on o.district = e.district and comparable_text(o.name) = comparable_text(e.name)""");

    /** Computes the key of each name once. The join has one condition only, as the planner could use the wrong one of two. */
    private static final String OF_MANY =
            """
            with named as materialized (
                select *, district || ' ' || comparable_text(name) as place_and_name from agency
                where district in (select district from agency where code = any (:codes))
            )
            """ + OTHERS.formatted("named e join named o on o.place_and_name = e.place_and_name");

    /**
     * Lets the database compare all agencies at once. It knows nothing yet about the lines of an import, and would read the
     * whole list for each.
     */
    private static final String COMPARE_AT_ONCE = "set local enable_nestloop = off";

    private static final Text SAME = new Text(
            "同一行政区划内已有同名机关 %s，且存续时间重叠；如为同一机关，请沿用其代码，如已撤并，请填写其 validTo",
            "The agency %s has the same name in the same district at the same time: use its code if it is the same agency,"
                    + " or set its validTo if it has ended");

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private SameName() {}

    /** Returns the warnings about a stored agency. */
    static List<EntryWarning> warnings(String code, Language language) {
        return warnings(OF_ONE, List.of(code), language).getOrDefault(code, List.of());
    }

    /** Returns the warnings about the agencies that an import has stored, by code. It must be the end of the transaction. */
    static Map<String, List<EntryWarning>> ofImported(List<String> codes, Language language) {
        Panache.getEntityManager().createNativeQuery(COMPARE_AT_ONCE).executeUpdate();
        return warnings(OF_MANY, codes, language);
    }

    private static Map<String, List<EntryWarning>> warnings(String sql, List<String> codes, Language language) {
        return Panache.getSession()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("first", FIRST_DAY)
                .setParameter("last", LAST_DAY)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        found -> found.get(0, String.class),
                        found -> List.of(warning(found.get(1, String.class), language))));
    }

    private static EntryWarning warning(String other, Language language) {
        return new EntryWarning("/name", null, SAME.with(other).in(language));
    }
}
