package org.gongkai.registry.agency;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.registry.entry.EntryCheck;
import org.gongkai.text.Text;

/**
 * Checks that an agency and the agencies that continue its tasks fit together: they have the same kind, and a successor
 * exists on the day after the end of its predecessor.
 */
final class Succession {

    private static final Text OTHER_KIND =
            new Text("与 %s 的类型（%s）不同，不能承继", "Must have the same kind as %s, which is %s");
    private static final Text NOT_CONTINUOUS =
            new Text("%s 在 %s 不存续，不能承继", "%s does not exist on %s, the day after the end");
    private static final String PREDECESSORS = """
            select a.code from agency a where a.successor = :code
            union all
            select a.code from agency a where a.split_into <> '{}' and a.split_into @> array[cast(:code as text)]""";

    /** Maximum number of agencies that continue the tasks of one. */
    static final int MAX_SUCCESSORS = 100;

    private static final Text REPEATED = new Text("承继机关重复", "Names a successor twice");

    private Succession() {}

    /**
     * Checks the successors that an entry names, and the predecessors that name the entry.
     *
     * @param known the agency before the change; {@code null} if it is new
     * @return the successors that exist
     */
    static List<Agency> check(EntryCheck check, Agency known, AgencyEntry entry) {
        List<String> codes = entry.successors();
        check.atMost(MAX_SUCCESSORS, "successors", codes);
        if (codes.stream().distinct().count() < codes.size()) {
            check.addFinding("successors", REPEATED);
        }
        List<Agency> successors = codes.stream()
                .map(code -> check.successor(known, code, id -> Agency.findById(id), Succession::next))
                .filter(Objects::nonNull)
                .toList();
        successors.forEach(next -> checkFit(check, entry.kind(), entry.validTo(), next));
        predecessors(known, entry).forEach(before -> checkFit(check, before, entry));
        return successors;
    }

    private static Stream<Agency> next(Agency agency) {
        return agency.successors().stream().map(code -> Agency.<Agency>findById(code));
    }

    /** Returns the predecessors, unless nothing has changed that they must fit. */
    private static List<Agency> predecessors(Agency known, AgencyEntry entry) {
        boolean unchanged = known == null
                || known.kind == entry.kind()
                        && Objects.equals(known.validFrom, entry.validFrom())
                        && Objects.equals(known.validTo, entry.validTo());
        return unchanged
                ? List.of()
                : Panache.getSession()
                        .createNativeQuery(PREDECESSORS, String.class)
                        .setParameter("code", known.code)
                        .getResultList()
                        .stream()
                        .map(code -> Agency.<Agency>findById(code))
                        .toList();
    }

    private static void checkFit(EntryCheck check, AgencyKind kind, LocalDate end, Agency next) {
        if (kind != null && next.kind != kind) {
            check.addFinding("successor", OTHER_KIND.with(next.code, next.kind));
        }
        if (end != null && !next.existsOn(end.plusDays(1))) {
            check.addFinding("successor", NOT_CONTINUOUS.with(next.code, end.plusDays(1)));
        }
    }

    private static void checkFit(EntryCheck check, Agency before, AgencyEntry entry) {
        if (entry.kind() != null && before.kind != entry.kind()) {
            check.addFinding("kind", OTHER_KIND.with(before.code, before.kind));
        }
        LocalDate start = before.validTo.plusDays(1);
        if (entry.validFrom() != null && entry.validFrom().isAfter(start)) {
            check.addFinding(
                    "validFrom",
                    new Text(
                                    "晚于其前身 %s 终止的次日（%s）",
                                    "Must not be after the day after the end of its predecessor %s, which is %s")
                            .with(before.code, start));
        }
        if (entry.validTo() != null && entry.validTo().isBefore(start)) {
            check.addFinding(
                    "validTo",
                    new Text(
                                    "早于其前身 %s 终止的次日（%s）",
                                    "Must not be before the day after the end of its predecessor %s, which is %s")
                            .with(before.code, start));
        }
    }
}
