package org.gongkai.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/** Reads back what spreadsheets make of codes and dates. */
final class SpreadsheetCell {

    static final Text NUMBER_INSTEAD_OF_DATE = new Text(
            "是数字，不是日期：请在电子表格中将此列设为日期格式（如 2024-01-31）后重新保存",
            "A number instead of a date: format the column in the spreadsheet as date (such as 2024-01-31) and save the"
                    + " file again");
    static final Text NO_DATE = new Text("应为日期，如 2024-01-31", "Must be a date such as 2024-01-31");

    private static final Text NUMBER_INSTEAD_OF_CODE = new Text(
            "电子表格已将代码变成数字（%s），丢失了部分数字：请将此列设为文本格式，重新填写后保存",
            "A spreadsheet has turned the code into a number (%s) and lost digits: format the column as text, enter the"
                    + " code again and save the file");
    private static final Text DATE_INSTEAD_OF_CODE = new Text(
            "电子表格已将代码变成日期（%s）：请将此列设为文本格式，重新填写后保存",
            "A spreadsheet has turned the code into a date (%s): format the column as text, enter the code again and save"
                    + " the file");
    private static final Text FAILED_FORMULA = new Text(
            "电子表格的公式出错或列宽不足（%s）：请改为实际内容后重新保存",
            "A formula has failed in the spreadsheet, or the column is too narrow (%s): enter the content itself and save"
                    + " the file again");

    /** Matches dates with the year first. A time is allowed only if it is midnight. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})|\\s*(?:([-/.])\\s*(\\d{1,2})\\s*\\4\\s*(\\d{1,2})"
                    + "|年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]))\\s*(?:星期[一二三四五六日天])?"
                    + "(?:[\\sT]\\s*0{1,2}:00(?::00(?:\\.0+)?)?Z?)?");

    /** Matches the number of days since 1899-12-31 by which spreadsheets store a date from 1927 to 2173, with a time. */
    private static final Pattern SERIAL_NUMBER = Pattern.compile("\\d{5}(?:\\.\\d+)?");

    private static final Pattern TEXT_FORMULA = Pattern.compile("=\\s*\"(.*)\"");
    private static final Pattern LEADING_APOSTROPHE = Pattern.compile("^['‘’`]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern GROUPED_NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:\\.(\\d*))?[eE]\\+?(\\d{1,2})");
    private static final Pattern SHORT_DATE = Pattern.compile("\\d{4}[/年]\\d{1,2}(?:[/月]\\d{0,2})?日?");
    private static final Pattern FAILURE = Pattern.compile("#(?:REF!|N/A|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!|#{2,})");

    private SpreadsheetCell() {}

    /**
     * Returns the code in a cell: without blanks around it, the apostrophe that marks a text, and the decimals of a
     * number. Other content is returned as it is.
     */
    static String code(String cell) {
        String text = unquoted(EqualText.trimmed(EqualText.unified(cell)));
        Matcher whole = WHOLE_NUMBER.matcher(text);
        if (whole.matches()) {
            return whole.group(1);
        }
        if (GROUPED_NUMBER.matcher(text).matches()) {
            return text.replace(",", "");
        }
        Matcher scientific = SCIENTIFIC.matcher(text);
        return scientific.matches() && hasAllDigits(scientific) ? scientific.group(1) + scientific.group(2) : text;
    }

    /** Returns the damage to a code that cannot be repaired. */
    static Optional<Text> damageToCode(String code) {
        if (SCIENTIFIC.matcher(code).matches()) {
            return Optional.of(NUMBER_INSTEAD_OF_CODE.with(code));
        }
        return SHORT_DATE.matcher(code).matches() ? Optional.of(DATE_INSTEAD_OF_CODE.with(code)) : failure(code);
    }

    /** Returns the finding on a cell with an error value of the spreadsheet. */
    static Optional<Text> failure(String cell) {
        return FAILURE.matcher(cell).matches() ? Optional.of(FAILED_FORMULA.with(cell)) : Optional.empty();
    }

    /** Returns the date in a cell; empty if there is none, or more than one way to read it. */
    static Optional<LocalDate> date(String cell) {
        Matcher date = DATE.matcher(unquoted(EqualText.trimmed(EqualText.unified(cell))));
        try {
            return date.matches()
                    ? Optional.of(LocalDate.of(part(date, 1), part(date, 2, 5, 7), part(date, 3, 6, 8)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the finding on a cell that holds no date. */
    static Text noDate(String cell) {
        return SERIAL_NUMBER.matcher(EqualText.trimmed(cell)).matches() ? NUMBER_INSTEAD_OF_DATE : NO_DATE;
    }

    private static String unquoted(String text) {
        Matcher formula = TEXT_FORMULA.matcher(text);
        return LEADING_APOSTROPHE
                .matcher(formula.matches() ? formula.group(1) : text)
                .replaceFirst("");
    }

    /** Returns whether a number is printed with all its digits: 4.30212E+05 is, 4.30281E+11 is not. */
    private static boolean hasAllDigits(Matcher scientific) {
        return scientific.group(2) != null && scientific.group(2).length() == Integer.parseInt(scientific.group(3));
    }

    private static int part(Matcher date, int... groups) {
        for (int group : groups) {
            if (date.group(group) != null) {
                return Integer.parseInt(date.group(group));
            }
        }
        throw new IllegalStateException("No part of the date matches");
    }
}
