package org.gongkai.form;

import java.lang.reflect.RecordComponent;

/**
 * The text that the form prints around the numbers of a place. A component is empty if nothing is printed there.
 *
 * @param row the label of its row with its own ordinal, such as {@code 1.属于国家秘密}; for a section, its heading
 * @param column the heading of its column, such as {@code 本年收费金额（单位：万元）}
 * @param over the heading that it shares with its neighbours, such as {@code 第二十条第（一）项} or {@code 法人或其他组织}
 * @param columns the heading over all its columns, such as {@code 申请人情况}
 * @param corner the text between the labels of rows and the headings of columns, such as {@code 信息内容}
 * @param unit the unit behind the number, such as {@code 万元}
 */
public record Print(String row, String column, String over, String columns, String corner, String unit) {

    /** The empty text around the whole form. */
    static final Print NOTHING = new Print("", "", "", "", "", "");

    static Print of(RecordComponent component) {
        Item item = component.getAnnotation(Item.class);
        Over over = component.getAnnotation(Over.class);
        Columns columns = component.getType().getAnnotation(Columns.class);
        Corner corner = component.getType().getAnnotation(Corner.class);
        Counts counts = component.getAnnotation(Counts.class);
        return new Print(
                item.of().isEmpty() ? item.ordinal() + item.zh() : item.of(),
                item.zh() + unit(counts, Counts.Printed.BEHIND_HEADING, "（单位：%s）"),
                over == null ? "" : over.value(),
                columns == null ? "" : columns.value(),
                corner == null ? "" : corner.value(),
                unit(counts, Counts.Printed.BEHIND_NUMBER, "%s"));
    }

    private static String unit(Counts counts, Counts.Printed where, String pattern) {
        return counts == null || counts.printed() != where
                ? ""
                : pattern.formatted(counts.value().label().zh());
    }
}
