package org.gongkai.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.text.Text;

/**
 * The names of an agency over time.
 *
 * @param since since when it has its name; {@code null} for always
 * @param formerNames the names it had before, the oldest first
 */
record NameHistory(LocalDate since, List<FormerName> formerNames) {

    private static final Text LATER = new Text("应晚于前一名称的起始日", "Must be later than that of the name before");

    /** The names after an entry: another name with a later day is a renaming, anything else a correction. */
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

    /** Whether the list is that of before the entry, or of before the renaming that the entry made when it came the first time. */
    private static boolean isRepeated(AgencyEntry entry, Agency known) {
        List<FormerName> names = known.formerNames;
        boolean again = entry.name() != null
                && entry.name().equals(known.name)
                && Objects.equals(entry.nameSince(), known.nameSince);
        return entry.formerNames().equals(names)
                || again && names.size() > 1 && entry.formerNames().equals(names.subList(0, names.size() - 1));
    }

    /** Each name begins after the one before it. */
    void check(EntryCheck check) {
        check.date("nameSince", since);
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
