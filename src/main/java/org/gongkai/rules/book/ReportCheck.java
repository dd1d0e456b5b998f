package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.SuspectCell;

/**
 * The result of checking a report by itself, without other reports.
 *
 * @param contents the readable contents of the report
 * @param findings the errors in its shape, and in the arithmetic of its readable cells
 */
public record ReportCheck(Contents contents, List<Finding> findings) {

    /** Reads and checks a report of an unknown agency. */
    public static ReportCheck of(int year, Form form, JsonNode report) {
        return of(year, form, Optional.empty(), report);
    }

    /** Reads and checks a report of an agency. */
    public static ReportCheck of(int year, Form form, String agency, JsonNode report) {
        return of(year, form, Optional.of(agency), report);
    }

    private static ReportCheck of(int year, Form form, Optional<String> agency, JsonNode report) {
        List<Finding> shape = Stream.concat(
                        HeadCheck.of(year, form, agency, report).stream(), ShapeCheck.of(form, report).stream())
                .toList();
        Set<String> unreadable = shape.stream().map(Finding::pointer).collect(Collectors.toSet());
        Contents contents = Contents.of(year, form, report, unreadable);
        List<Finding> arithmetic = RuleBook.of(form).errors(contents);
        return new ReportCheck(
                contents, Stream.concat(shape.stream(), arithmetic.stream()).toList());
    }

    /** Returns the cells that probably explain several findings each. */
    public List<SuspectCell> suspectCells() {
        return RuleBook.of(contents.form()).suspectCells(contents, findings);
    }
}
