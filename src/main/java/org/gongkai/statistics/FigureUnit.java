package org.gongkai.statistics;

import org.gongkai.report.Figure;
import org.gongkai.report.Form;
import org.gongkai.report.Forms;
import org.gongkai.report.Text;
import org.gongkai.report.Unit;

/**
 * What the values of a figure count, and how they are shown.
 *
 * @param label the unit
 * @param decimals decimals a value can have
 * @param pattern how a spreadsheet shows a value
 */
record FigureUnit(Text label, int decimals, String pattern) {

    /** Of rates, which are no figures of a form: they are derived from those that are. */
    private static final FigureUnit RATIO = new FigureUnit(Text.of("1"), RollUpRows.RATE_SCALE, "0.00%");

    static FigureUnit of(String figure) {
        return Forms.catalogue()
                .figure(figure)
                .map(Figure::unit)
                .map(FigureUnit::of)
                .orElse(RATIO);
    }

    private static FigureUnit of(Unit unit) {
        return unit == Unit.TEN_THOUSAND_YUAN
                ? new FigureUnit(unit.label(), Form.AMOUNT_DECIMALS, "#,##0.00####")
                : new FigureUnit(unit.label(), 0, "#,##0");
    }
}
