package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.SuspectCell;

/**
 * What could be read of a report, and everything that is wrong with it by itself.
 *
 * @param contents what it says, as far as it could be read
 * @param faults faults of shape, and of the arithmetic of the cells that could be read
 */
public record ReportCheck(Contents contents, List<Finding> findings) {

    /** Reads a report of a year, on a form, as far as it can be read. */
    public static ReportCheck of(int year, Form form, JsonNode report) {
        List<Finding> shape = ShapeCheck.of(form, report);
        Set<String> unreadable = shape.stream().map(Finding::pointer).collect(Collectors.toSet());
        Contents contents = Contents.of(year, form, report, unreadable);
        List<Finding> arithmetic = RuleBook.of(form).errors(contents);
        return new ReportCheck(
                contents, Stream.concat(shape.stream(), arithmetic.stream()).toList());
    }

    /** The cells that probably explain several faults each. */
    public List<SuspectCell> suspectCells() {
        return RuleBook.of(contents.form()).suspectCells(contents, findings);
    }
}
