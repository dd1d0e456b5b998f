package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/**
 * Refuses a second agency with the same name in the same district at the same time. The establishment office (机构编制)
 * gives each organ of a district its own name, and the import of documents finds the agency of a report by it. So a
 * second one is the same agency under another code, whose figures would count twice. An agency and its successor may
 * have the same name, as the first day of the successor is often unknown.
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

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private SameName() {}

    /**
     * Checks an entry, unless it repeats the stored name, district and dates.
     *
     * @param known the stored agency; {@code null} if the entry is new
     * @param nameSince first day of the name; {@code null} if it is the first one
     */
    static void check(String code, Agency known, AgencyEntry entry, LocalDate nameSince, EntryCheck check) {
        if (check.isRefused() || known != null && isRepeated(known, entry, nameSince)) {
            return;
        }
        others(code, entry, nameSince).stream()
                .findFirst()
                .ifPresent(other -> check.addFinding(
                        "name",
                        new Text(
                                        "同一行政区划内已有同名机关 %s，且存续时间重叠；如为同一机关，请沿用其代码，如已撤并，请先填写其 validTo",
                                        "The agency %s has the same name in the same district at the same time: use its code"
                                                + " if it is the same agency, or set its validTo if it has ended")
                                .with(other)));
    }

    private static boolean isRepeated(Agency known, AgencyEntry entry, LocalDate nameSince) {
        return EqualText.areEqual(known.name, entry.name())
                && known.district.code.equals(entry.district())
                && Objects.equals(known.nameSince, nameSince)
                && Objects.equals(known.validFrom, entry.validFrom())
                && Objects.equals(known.validTo, entry.validTo());
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
