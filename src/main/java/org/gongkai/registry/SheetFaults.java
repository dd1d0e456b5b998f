package org.gongkai.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;

/** Everything that is wrong with a file, each fault once and with its place. What only follows from another fault is not told. */
final class SheetFaults<E> {

    private static final Text CIRCLE = new Text("与所指的行互相引用，成环", "Refers to a line that refers back here");

    private final SheetFile<E> file;
    private final Map<SheetFile.Draft<E>, List<Fault>> refused;
    private final Set<String> refusedCodes;

    /** Codes of the lines that are refused for a reason of their own, or for such a line. */
    private final Set<String> explained = new HashSet<>();

    private SheetFaults(SheetFile<E> file, Map<SheetFile.Draft<E>, List<Fault>> refused) {
        this.file = file;
        this.refused = refused;
        this.refusedCodes =
                refused.keySet().stream().map(draft -> draft.line().code()).collect(Collectors.toSet());
        explain();
    }

    /**
     * Every fault, in the order of the lines.
     *
     * @param refused what the register finds wrong with single lines
     */
    static <E> List<Fault> of(SheetFile<E> file, Map<SheetFile.Draft<E>, List<Fault>> refused) {
        SheetFaults<E> faults = new SheetFaults<>(file, refused);
        return Stream.of(
                        file.faults().stream(),
                        file.drafts().stream().flatMap(draft -> draft.line().faults().stream()),
                        refused.keySet().stream().flatMap(draft -> faults.own(draft).stream()))
                .flatMap(each -> each)
                .sorted(Comparator.comparingInt(SheetFaults::number))
                .toList();
    }

    private void explain() {
        int before;
        do {
            before = explained.size();
            refused.forEach((draft, faults) -> {
                if (faults.stream()
                        .map(fault -> followsFrom(draft.line(), fault))
                        .anyMatch(code -> code == null || explained.contains(code))) {
                    explained.add(draft.line().code());
                }
            });
        } while (explained.size() > before);
    }

    private List<Fault> own(SheetFile.Draft<E> draft) {
        SheetLine line = draft.line();
        List<Fault> own = new ArrayList<>();
        for (Fault fault : refused.get(draft)) {
            String column = column(fault);
            String cause = followsFrom(line, fault);
            if (cause != null && !explained.contains(cause)) {
                own.add(SheetLine.at(line.number(), column, CIRCLE));
            } else if (cause == null && !isTold(line, column)) {
                own.add(SheetLine.at(line.number(), column, fault.message()));
            }
        }
        return own;
    }

    /** The code of the refused line that a cell refers to; {@code null} where the fault is the line's own. */
    private String followsFrom(SheetLine line, Fault fault) {
        String column = column(fault);
        String code = file.sheet().references().contains(column) ? line.text(column) : null;
        return code != null && !code.equals(line.code()) && refusedCodes.contains(code) ? code : null;
    }

    private boolean isTold(SheetLine line, String column) {
        return line.isUnreadable(column)
                || file.sheet().columns().stream()
                        .anyMatch(lacking -> lacking.name().equals(column) && file.lacks(lacking));
    }

    /** The member of an entry is the column of its line. */
    private static String column(Fault fault) {
        return fault.pointer().substring(1);
    }

    private static int number(Fault placed) {
        return Integer.parseInt(placed.pointer().split("/")[1]);
    }
}
