package org.gongkai.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.csv.Csv;
import org.gongkai.registry.agency.AgencyKind;

/**
 * Proposals for agencies that the registry lacks, as a CSV file that a clerk checks and imports. What cannot be concluded
 * from the names of registered agencies stays empty: an import refuses such a line until it is filled in.
 */
final class AgencyProposals {

    private static final List<String> HEADER = List.of("code", "name", "district", "category", "kind");

    /** The number of characters at the end of two names that must be equal to suggest the same category: 财政局. */
    private static final int MIN_SAME_END = 3;

    private final AgencyNames registry;
    private final Set<String> codes = new HashSet<>();

    private AgencyProposals(AgencyNames registry) {
        this.registry = registry;
        registry.entries().forEach(entry -> codes.add(entry.code()));
    }

    static String csv(AgencyNames registry, List<String> names) {
        AgencyProposals proposals = new AgencyProposals(registry);
        List<List<Object>> lines = new ArrayList<>();
        names.forEach(name -> lines.add(proposals.line(name)));
        return Csv.BYTE_ORDER_MARK + Csv.write(HEADER, lines.stream());
    }

    private List<Object> line(String name) {
        AgencyKind kind = Government.is(name) ? AgencyKind.GOVERNMENT : AgencyKind.DEPARTMENT;
        String district = district(name);
        String category = category(name, kind);
        return List.of(code(district, category, kind), name, district, category, kind.name());
    }

    /** Returns the district of the government that has the longest area with which the name begins. */
    private String district(String name) {
        List<String> governments = registry.entries().stream()
                .filter(AgencyNames.Entry::isGovernment)
                .map(AgencyNames.Entry::name)
                .toList();
        return Government.of(name, governments)
                .flatMap(registry::named)
                .map(AgencyNames.Entry::district)
                .orElse("");
    }

    /** Returns the category of the registered agency of the same kind whose name ends most like this one. */
    private String category(String name, AgencyKind kind) {
        Optional<AgencyNames.Entry> alike = registry.entries().stream()
                .filter(entry -> entry.isGovernment() == (kind == AgencyKind.GOVERNMENT))
                .max(Comparator.comparingInt(entry -> sameEnd(entry.name(), name)));
        return alike.filter(entry -> kind == AgencyKind.GOVERNMENT || sameEnd(entry.name(), name) >= MIN_SAME_END)
                .map(AgencyNames.Entry::category)
                .orElse("");
    }

    private static int sameEnd(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    /** Returns a code that is free: the district, and the category or gov; then with a number. */
    private String code(String district, String category, AgencyKind kind) {
        String subject = kind == AgencyKind.GOVERNMENT ? "gov" : category;
        if (district.isEmpty() || subject.isEmpty()) {
            return "";
        }
        String code = district + "-" + subject;
        String free = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? code : code + "-" + number)
                .filter(candidate -> !codes.contains(candidate))
                .findFirst()
                .orElseThrow();
        codes.add(free);
        return free;
    }
}
