package org.gongkai.transcription.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.transcription.page.TextNormalizer;

/** The unit of the amounts in a table. */
public enum AmountUnit {
    YUAN,
    TEN_THOUSAND_YUAN,
    NOT_STATED;

    /** Matches the unit in the head of a column: 单位：元, 收费金额（万元）. */
    private static final Pattern HEAD = Pattern.compile("(?:单位:?|金额\\()(人民币)?(万?元)");

    private static final String TEN_THOUSAND = "万元";

    /** Finds the unit in the text of a table. That of a head is the unit of all amounts without a unit of their own. */
    public static AmountUnit of(String table) {
        String text =
                TextNormalizer.unified(table).replaceAll("[\\s\\p{Z}]+", "").replace('：', ':');
        Matcher head = HEAD.matcher(text);
        if (head.find()) {
            return head.group(2).equals(TEN_THOUSAND) ? TEN_THOUSAND_YUAN : YUAN;
        }
        return text.contains(TEN_THOUSAND) ? TEN_THOUSAND_YUAN : NOT_STATED;
    }
}
