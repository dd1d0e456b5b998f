package org.gongkai.transcription.table;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.transcription.page.TextNormalizer;

/** The unit of the amounts in a table. */
public enum AmountUnit {
    YUAN,
    TEN_THOUSAND_YUAN,

    /** Another unit, or several: amounts are only read if they have their own unit. */
    UNCLEAR,

    NOT_STATED;

    private static final String UNIT = "[(\\[,/:]{0,2}(?:单位)?[为:]?以?(?:人民币)?(?<scale>[十百千万亿]*)元";

    /** Matches the head of a column of amounts with its unit: 收费金额（单位：万元）, 收费金额/元. */
    private static final Pattern HEAD = Pattern.compile("金额" + UNIT);

    /** Matches a unit that stands above the table. */
    private static final Pattern ABOVE = Pattern.compile("(?:金额)?单位[为:]?(?:人民币)?(?<scale>[十百千万亿]*)元");

    /** Finds the unit in the text of a table and beside it: that of the head of a column, or else one that stands above the table. */
    public static AmountUnit of(String table) {
        String text = TextNormalizer.unified(table)
                .replaceAll("[\\s\\p{Z}]+", "")
                .replace('：', ':')
                .replace('，', ',');
        AmountUnit head = stated(HEAD.matcher(text));
        return head == NOT_STATED ? stated(ABOVE.matcher(text)) : head;
    }

    private static AmountUnit stated(Matcher units) {
        return units.results()
                .map(AmountUnit::unit)
                .reduce((one, other) -> one == other ? one : UNCLEAR)
                .orElse(NOT_STATED);
    }

    private static AmountUnit unit(MatchResult found) {
        return switch (found.group(1)) {
            case "" -> YUAN;
            case "万" -> TEN_THOUSAND_YUAN;
            default -> UNCLEAR;
        };
    }
}
