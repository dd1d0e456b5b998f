package org.gongkai.statistics.rollup;

import org.gongkai.form.Figure;
import org.gongkai.form.Unit;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.Text;

/**
 * The unit of the values of a figure, and their display.
 *
 * @param label the unit
 * @param decimals the maximum number of decimals of a value
 * @param pattern the number format in a spreadsheet
 */
public record FigureUnit(Text label, int decimals, String pattern) {

    /** The unit of rates, which are derived from the figures of a form. */
    private static final FigureUnit RATIO = new FigureUnit(Text.of("1"), Rate.SCALE, "0.00%");

    public static FigureUnit of(String figure) {
        return Forms.catalogue()
                .figure(figure)
                .map(Figure::unit)
                .map(FigureUnit::of)
                .orElse(RATIO);
    }

    private static FigureUnit of(Unit unit) {
        return new FigureUnit(unit.label(), unit.decimals(), unit.decimals() > 0 ? "#,##0.00####" : "#,##0");
    }
}
