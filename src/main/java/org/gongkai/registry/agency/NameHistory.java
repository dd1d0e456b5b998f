package org.gongkai.registry.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.registry.entry.EntryCheck;
import org.gongkai.text.Text;

/**
 * The names of an agency over time.
 *
 * @param since first day of the current name; {@code null} if it is the first name
 * @param formerNames the former names, the oldest first
 */
record NameHistory(LocalDate since, List<FormerName> formerNames) {

    private static final Text LATER = new Text("应晚于前一名称的起始日", "Must be later than the first day of the previous name");

    /**
     * Returns the names after a change. A different name with a later day is a renaming; any other change is a
     * correction.
     */
    static NameHistory of(Agency known, AgencyEntry entry) {
        if (known == null || entry.formerNames() != null && !isRepeated(entry, known)) {
            return new NameHistory(entry.nameSince(), entry.formerNames() == null ? List.of() : entry.formerNames());
        }
        LocalDate since = entry.nameSince() == null ? known.nameSince : entry.nameSince();
        boolean renamed = !known.name.equals(entry.name())
                && since != null
                && (known.nameSince == null || since.isAfter(known.nameSince));
        if (!renamed) {
            return new NameHistory(since, known.formerNames);
        }
        List<FormerName> names = new ArrayList<>(known.formerNames);
        names.add(new FormerName(known.name, known.nameSince));
        return new NameHistory(since, List.copyOf(names));
    }

    /**
     * Returns whether the entry repeats the existing list, or the list before the renaming that the same entry made
     * when it was sent first.
     */
    private static boolean isRepeated(AgencyEntry entry, Agency known) {
        List<FormerName> names = known.formerNames;
        boolean again = entry.name() != null
                && entry.name().equals(known.name)
                && Objects.equals(entry.nameSince(), known.nameSince);
        return entry.formerNames().equals(names)
                || again && names.size() > 1 && entry.formerNames().equals(names.subList(0, names.size() - 1));
    }

    /** Checks that each name begins after the previous one. */
    void check(EntryCheck check) {
        check.date("nameSince", since);
        check.atMost(FormerName.MAX_NUMBER, "formerNames", formerNames);
        LocalDate last = null;
        for (int index = 0; index < formerNames.size(); index++) {
            FormerName former = formerNames.get(index);
            String field = "formerNames/" + index;
            if (former == null) {
                check.addFinding(field, new Text("不能为空", "Must not be empty"));
                continue;
            }
            check.name(field + "/name", former.name());
            check.date(field + "/since", former.since());
            if (index > 0 && !isAfter(former.since(), last)) {
                check.addFinding(field + "/since", LATER);
            }
            last = former.since();
        }
        if (!formerNames.isEmpty() && !isAfter(since, last)) {
            check.addFinding("nameSince", LATER);
        }
    }

    private static boolean isAfter(LocalDate later, LocalDate earlier) {
        return later != null && (earlier == null || later.isAfter(earlier));
    }
}
