package org.gongkai.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;

/**
 * Collects the findings on a file, each once and with its position. Consequences of another finding are not reported.
 */
final class CsvImportFindings<E> {

    private static final Text CIRCLE = new Text("与所引用的行互相引用，成环", "Refers to a line that refers back to this one");

    private final CsvFile<E> file;
    private final Map<CsvFile.ParsedLine<E>, List<Finding>> refused;
    private final Set<String> refusedCodes;

    /** Codes of the lines that are refused for a reason of their own, or because they refer to such a line. */
    private final Set<String> explained = new HashSet<>();

    private CsvImportFindings(CsvFile<E> file, Map<CsvFile.ParsedLine<E>, List<Finding>> refused) {
        this.file = file;
        this.refused = refused;
        this.refusedCodes =
                refused.keySet().stream().map(parsed -> parsed.line().code()).collect(Collectors.toSet());
        explain();
    }

    /**
     * Returns all findings, in the order of the lines.
     *
     * @param refused the lines that could not be stored, with the findings on them
     */
    static <E> List<Finding> of(CsvFile<E> file, Map<CsvFile.ParsedLine<E>, List<Finding>> refused) {
        CsvImportFindings<E> result = new CsvImportFindings<>(file, refused);
        return Stream.of(
                        file.findings().stream(),
                        file.parsedLines().stream().flatMap(parsed -> parsed.line().findings().stream()),
                        refused.keySet().stream().flatMap(parsed -> result.own(parsed).stream()))
                .flatMap(each -> each)
                .sorted(Comparator.comparingInt(CsvImportFindings::number))
                .toList();
    }

    private void explain() {
        int before;
        do {
            before = explained.size();
            refused.forEach((parsed, findings) -> {
                if (findings.stream()
                        .map(finding -> followsFrom(parsed.line(), finding))
                        .anyMatch(code -> code == null || explained.contains(code))) {
                    explained.add(parsed.line().code());
                }
            });
        } while (explained.size() > before);
    }

    private List<Finding> own(CsvFile.ParsedLine<E> parsed) {
        CsvLine line = parsed.line();
        List<Finding> own = new ArrayList<>();
        for (Finding finding : refused.get(parsed)) {
            String column = column(finding);
            String cause = followsFrom(line, finding);
            if (cause != null && !explained.contains(cause)) {
                own.add(CsvLine.at(line.number(), column, CIRCLE));
            } else if (cause == null && !isTold(line, column)) {
                own.add(CsvLine.at(line.number(), column, finding.message()));
            }
        }
        return own;
    }

    /**
     * Returns the code of the refused line that a cell refers to; {@code null} if the finding is about the line itself.
     */
    private String followsFrom(CsvLine line, Finding finding) {
        String column = column(finding);
        String code = file.columns().references().contains(column) ? line.text(column) : null;
        return code != null && !code.equals(line.code()) && refusedCodes.contains(code) ? code : null;
    }

    private boolean isTold(CsvLine line, String column) {
        return line.isUnreadable(column) || file.lacks(column);
    }

    /** Returns the column of a finding: the members of an entry are the columns of its line. */
    private static String column(Finding finding) {
        return finding.pointer().substring(1);
    }

    private static int number(Finding placed) {
        return Integer.parseInt(placed.pointer().split("/")[1]);
    }
}
