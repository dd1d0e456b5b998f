package org.gongkai.statistics.rollup;

import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Unit;
import org.gongkai.form.statutory.Forms;
import org.gongkai.statistics.rollup.sql.RollUpRows;
import org.gongkai.text.Text;

/**
 * What the values of a figure count, and how they are shown.
 *
 * @param label the unit
 * @param decimals decimals a value can have
 * @param pattern how a spreadsheet shows a value
 */
public record FigureUnit(Text label, int decimals, String pattern) {

    /** Of rates, which are no figures of a form: they are derived from those that are. */
    private static final FigureUnit RATIO = new FigureUnit(Text.of("1"), RollUpRows.RATE_SCALE, "0.00%");

    public static FigureUnit of(String figure) {
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
