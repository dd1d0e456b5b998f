package org.gongkai.http.parameter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/**
 * A report year in a path, with the statutory form of that year.
 *
 * @param value the year
 * @param form the form of reports on that year
 */
@Schema(
        type = SchemaType.INTEGER,
        maximum = "9999",
        description = "Report year: the calendar year the report is about",
        examples = "2023")
public record ReportYear(int value, Form form) {

    /** Parses the segment of the path. The framework calls this method. */
    public static ReportYear fromString(String segment) {
        if (!segment.matches("[0-9]{4}")) {
            throw ProblemException.ofParameter(
                    ParameterFault.invalid("year", segment, new Text("应为四位数的年度", "Must be a year of four digits")));
        }
        int year = Integer.parseInt(segment);
        Form form = Forms.of(year)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.YEAR_NOT_COVERED,
                        new Text("没有适用于 %s 年的格式，最早的年度是 %s", "No form covers %s; the first year is %s")
                                .with(segment, Forms.firstYear())));
        return new ReportYear(year, form);
    }
}
