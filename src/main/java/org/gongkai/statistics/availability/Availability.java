package org.gongkai.statistics.availability;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.registry.district.DistrictLevel;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * The years, districts, categories and figures that have reports of departments. Reports are counted like in roll-ups:
 * those in force, under the districts and categories of their time.
 *
 * @param dataVersion the version of the data; it grows with each change
 * @param years the report years that have reports, or for which any are expected, in their order
 * @param districts the districts for which any reports are expected or in force, by code
 * @param categories the categories for which any reports are expected or in force, by code
 * @param figures the figures that the reports in force contain, in the order of the newest form; older ones come last
 */
public record Availability(
        @Schema(minimum = "0") long dataVersion,
        List<AvailableYear> years,
        List<AvailableDistrict> districts,
        List<AvailableCategory> categories,
        List<AvailableFigure> figures) {

    /**
     * A report year.
     *
     * @param year the year
     * @param form name of its form
     * @param reports number of reports in force
     * @param expected number of reports expected
     */
    public record AvailableYear(
            int year,

            @Schema(examples = "2021", pattern = Form.NAME_PATTERN)
            String form,

            @Schema(minimum = "0") long reports,
            @Schema(minimum = "0") long expected) {}

    /**
     * A district.
     *
     * @param code code of the district
     * @param name its current name
     * @param level its level
     * @param reports number of reports in force, in the district and all districts inside it, of all years
     * @param expected number of reports expected, in the district and all districts inside it, of all years
     */
    public record AvailableDistrict(
            @Schema(pattern = CodeFormat.PATTERN) String code,

            @Schema(minLength = 1, maxLength = NameLength.REGISTERED)
            String name,

            DistrictLevel level,
            @Schema(minimum = "0") long reports,
            @Schema(minimum = "0") long expected) {}

    /**
     * A category.
     *
     * @param code code of the category
     * @param name its current name
     * @param reports number of reports in force, of all years
     * @param expected number of reports expected, of all years
     */
    public record AvailableCategory(
            @Schema(pattern = CodeFormat.PATTERN) String code,

            @Schema(minLength = 1, maxLength = NameLength.REGISTERED)
            String name,

            @Schema(minimum = "0") long reports,
            @Schema(minimum = "0") long expected) {}

    /**
     * A figure.
     *
     * @param figure code of the figure
     * @param reports number of reports in force whose form has the figure, also where it is zero
     * @param firstYear the first report year with such a report
     * @param lastYear the last report year with such a report
     */
    public record AvailableFigure(
            @Schema(pattern = Figure.CODE_PATTERN, examples = "requests.newlyReceived")
            String figure,

            @Schema(minimum = "1") long reports,
            int firstYear,
            int lastYear) {}
}
