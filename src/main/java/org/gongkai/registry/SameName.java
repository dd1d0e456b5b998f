package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.csv.EntryWarning;
import org.gongkai.text.EqualText;
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
            select code from agency
            where comparable_text(name) = :name and district = :district
                and code <> :code and code <> all (:successors)
                and coalesce(successor, '') <> :code and :code <> all (split_into)
                and coalesce(greatest(valid_from, name_since), :first) <= :to
                and coalesce(valid_to, :last) >= :from
            order by code""";

    private static final Text SAME = new Text(
            "同一行政区划内已有同名机关 %s，且存续时间重叠；如为同一机关，请沿用其代码，如已撤并，请填写其 validTo",
            "The agency %s has the same name in the same district at the same time: use its code if it is the same agency,"
                    + " or set its validTo if it has ended");

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private SameName() {}

    /** Returns the warnings about a stored entry. */
    static List<EntryWarning> warnings(AgencyEntry entry, Language language) {
        return others(entry.code(), entry, entry.nameSince()).stream()
                .limit(1)
                .map(other -> new EntryWarning("/name", null, SAME.with(other).in(language)))
                .toList();
    }

    private static List<String> others(String code, AgencyEntry entry, LocalDate nameSince) {
        List<?> codes = Panache.getEntityManager()
                .createNativeQuery(OTHERS, String.class)
                .setParameter("name", EqualText.key(entry.name()))
                .setParameter("district", entry.district())
                .setParameter("code", code)
                .setParameter("successors", entry.successors().toArray(String[]::new))
                .setParameter("first", FIRST_DAY)
                .setParameter("last", LAST_DAY)
                .setParameter("from", later(entry.validFrom(), nameSince))
                .setParameter("to", entry.validTo() == null ? LAST_DAY : entry.validTo())
                .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        LocalDate first = one == null ? FIRST_DAY : one;
        return other == null || first.isAfter(other) ? first : other;
    }
}
