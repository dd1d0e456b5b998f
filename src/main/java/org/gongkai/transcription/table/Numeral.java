package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * The number printed in a cell.
 *
 * @param value the number; {@code null} if the text is not a number that the cell allows
 * @param kind the kind of the issue; {@code null} if there is none
 * @param detail the detail of the issue; {@code null} if there is none
 */
record Numeral(BigDecimal value, IssueKind kind, Text detail) {

    private static final Set<String> PLACEHOLDERS = Set.of("/", "\\", "-", "--", "—", "——", "–", "无", "零", "*");

    private static final String NOT_APPLICABLE = "不适用";

    private static final Pattern PRINTED =
            Pattern.compile("([+-]?)\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,20})(\\.\\d{1,12})?\\s*"
                    + "(万元|元|件|项|个|条|起|宗)?\\s*([(\\[].*[)\\]])?");

    private static final int YUAN_DECIMALS = 4;

    /** Returns whether a text stands for an empty cell. */
    static boolean isPlaceholder(String unified) {
        return PLACEHOLDERS.contains(unified) || unified.equals(NOT_APPLICABLE);
    }

    /** Returns whether no number is printed: it is read as 0. */
    boolean isWithoutNumber() {
        return kind != null && kind.isWithoutNumber();
    }

    /**
     * Reads a cell.
     *
     * @param unit the unit of amounts that the table states
     */
    static Numeral of(String cell, PrintedRow.Slot slot, AmountUnit unit) {
        String text = TextNormalizer.trimmed(TextNormalizer.figures(cell).replace('−', '-'));
        if (text.isEmpty()) {
            return new Numeral(BigDecimal.ZERO, IssueKind.BLANK, new Text("空白，按 0 计", "Blank; read as 0"));
        }
        if (isPlaceholder(text)) {
            return new Numeral(
                    BigDecimal.ZERO,
                    text.equals(NOT_APPLICABLE) ? IssueKind.NOT_APPLICABLE : IssueKind.NONE,
                    new Text("原文为“%s”，按 0 计", "Printed as \"%s\"; read as 0").with(text));
        }
        Matcher printed = PRINTED.matcher(text);
        return printed.matches() ? of(text, printed, slot, unit) : unreadable(text);
    }

    private static Numeral of(String text, Matcher printed, PrintedRow.Slot slot, AmountUnit unit) {
        String fraction = Optional.ofNullable(printed.group(3)).orElse("");
        BigDecimal value = new BigDecimal(printed.group(1) + printed.group(2).replace(",", "") + fraction);
        if (!slot.amount()) {
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            boolean money = printed.group(4) != null && printed.group(4).endsWith("元");
            return whole && !money ? annotated(text, value, printed) : unreadable(text);
        }
        if (printed.group(4) == null && unit == AmountUnit.UNCLEAR) {
            return unreadable(text);
        }
        boolean isInYuan = printed.group(4) == null
                ? unit == AmountUnit.YUAN
                : printed.group(4).equals("元");
        if (isInYuan) {
            BigDecimal converted = value.movePointLeft(YUAN_DECIMALS).stripTrailingZeros();
            return new Numeral(
                    converted,
                    IssueKind.CONVERTED,
                    new Text("原文为“%s”，合 %s 万元", "Printed as \"%s\"; equals %s in CNY 10,000")
                            .with(text, converted.toPlainString()));
        }
        return printed.group(4) == null && unit == AmountUnit.NOT_STATED && value.signum() != 0
                ? new Numeral(
                        value,
                        IssueKind.GUESSED,
                        new Text("“%s”没有单位，按万元计", "\"%s\" has no unit; read as CNY 10,000").with(text))
                : annotated(text, value, printed);
    }

    private static Numeral annotated(String text, BigDecimal value, Matcher printed) {
        boolean plain = printed.group(5) == null
                && (printed.group(4) == null || printed.group(4).equals("万元"));
        return plain
                ? new Numeral(value, null, null)
                : new Numeral(
                        value,
                        IssueKind.ANNOTATED,
                        new Text("原文为“%s”，取 %s", "Printed as \"%s\"; read as %s").with(text, value.toPlainString()));
    }

    private static Numeral unreadable(String text) {
        return new Numeral(
                null,
                IssueKind.UNREADABLE,
                new Text("原文为“%s”，无法读出数值", "Printed as \"%s\", which is not a valid number")
                        .with(Excerpt.of(text, Excerpt.MESSAGE_LENGTH)));
    }
}
