package org.gongkai.registry.agency;

import java.util.Locale;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/** Checks the unified social credit code (统一社会信用代码) of GB 32100-2015. */
final class UnifiedSocialCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /** The form of a code, as a regular expression for the contract. The last character is also a check digit. */
    static final String PATTERN = "^[" + ALPHABET + "]{" + LENGTH + "}$";

    private static final Text INVALID = new Text(
            "不是合法的统一社会信用代码（GB 32100），请核对校验码",
            "Not a valid code of GB 32100: check its last character, the check digit");
    private static final Text NUMBER = new Text(
            "电子表格已将统一社会信用代码变成数字（%s）：请将此列设为文本格式，重新填写全部 18 位",
            "A spreadsheet has turned the code into a number (%s): format the column as text and enter all 18 characters"
                    + " again");

    private UnifiedSocialCreditCode() {}

    /** Returns a code in the spelling of the standard: in capitals, without blanks; {@code null} for {@code null}. */
    static String folded(String given) {
        return given == null
                ? null
                : EqualText.key(given).replaceFirst("^['‘’]", "").toUpperCase(Locale.ROOT);
    }

    /** Returns whether a code has 18 characters of the alphabet, and the last one is the correct check digit. */
    static boolean isValid(String code) {
        if (code.length() != LENGTH || !code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int position = 0; position < LENGTH - 1; position++) {
            sum += ALPHABET.indexOf(code.charAt(position)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == check;
    }

    /** Returns the fault of a code that is not valid. Spreadsheets keep 15 digits of a number, and write it as 1.1E+17. */
    static Text fault(String code) {
        return code.matches("[0-9](?:\\.[0-9]*)?E\\+?[0-9]+|[0-9]{15}000") ? NUMBER.with(code) : INVALID;
    }
}
