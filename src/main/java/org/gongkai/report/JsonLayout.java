package org.gongkai.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.form.FormNode;

/**
 * The JSON of all reports on a form, written without blanks: constant parts, and the values between them. To read a
 * stored report, the constant parts are compared and the values are copied, in a fraction of the time of a parser.
 */
final class JsonLayout {

    private static final JsonFactory JSON = new JsonFactory();

    /** The most digits that a {@code long} always holds. */
    private static final int MAX_DIGITS = 18;

    /** The initial size of a written report: more than the constant parts and the zeros. */
    private static final int USUAL_LENGTH = 1 << 13;

    private static final String HEX = "0123456789abcdef";

    private final List<FormNode> values = new ArrayList<>();
    private final List<String> constants = new ArrayList<>();

    /**
     * Creates the layout of a form.
     *
     * @param root the form; the members of a report have its order
     */
    JsonLayout(FormNode root) {
        StringBuilder constant = new StringBuilder();
        add(root, constant);
        constants.add(constant.toString());
    }

    private void add(FormNode formNode, StringBuilder constant) {
        if (formNode.isNumber()) {
            addValue(formNode, constant);
        } else if (formNode.kind() == FormNode.Kind.TEXT) {
            addValue(formNode, constant.append('"'));
            constant.append('"');
        } else {
            char separator = '{';
            for (FormNode child : formNode.children()) {
                constant.append(separator).append('"').append(child.name()).append("\":");
                add(child, constant);
                separator = ',';
            }
            constant.append('}');
        }
    }

    private void addValue(FormNode formNode, StringBuilder constant) {
        constants.add(constant.toString());
        values.add(formNode);
        constant.setLength(0);
    }

    /** Writes a report. All its numbers must be known. */
    String write(Contents contents, Function<BigDecimal, String> number) {
        StringBuilder json = new StringBuilder(USUAL_LENGTH);
        for (int index = 0; index < values.size(); index++) {
            json.append(constants.get(index));
            FormNode formNode = values.get(index);
            if (formNode.isNumber()) {
                json.append(number.apply(contents.figures().at(formNode.pointer())));
            } else {
                write(contents.text(formNode), json);
            }
        }
        return json.append(constants.get(values.size())).toString();
    }

    private static void write(String text, StringBuilder json) {
        int copied = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || character == '"' || character == '\\') {
                json.append(text, copied, index);
                escape(character, json);
                copied = index + 1;
            }
        }
        json.append(text, copied, text.length());
    }

    /** Escapes with lower-case letters, as canonical JSON requires. Other JSON may do the same. */
    private static void escape(char character, StringBuilder json) {
        switch (character) {
            case '"', '\\' -> json.append('\\').append(character);
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> json.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
        }
    }

    /**
     * Reads a report.
     *
     * @param numbers receives the numbers by pointer
     * @param texts receives the texts by the names of their sections
     * @return false if the JSON has another layout: it was stored by an earlier version
     */
    boolean read(String json, Map<String, BigDecimal> numbers, Map<String, String> texts) throws IOException {
        int position = 0;
        for (int index = 0; index < values.size(); index++) {
            if (!json.startsWith(constants.get(index), position)) {
                return false;
            }
            position += constants.get(index).length();
            FormNode formNode = values.get(index);
            int end = formNode.isNumber() ? endOfNumber(json, position) : endOfText(json, position);
            if (end < position || end == position && formNode.isNumber()) {
                return false;
            }
            if (formNode.isNumber()) {
                numbers.put(formNode.pointer(), number(json, position, end));
            } else {
                texts.put(formNode.name(), text(json, position, end));
            }
            position = end;
        }
        return json.substring(position).equals(constants.get(values.size()));
    }

    private static int endOfNumber(String json, int start) {
        int end = start;
        while (end < json.length() && isPartOfNumber(json.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfNumber(char character) {
        return character >= '0' && character <= '9'
                || character == '-'
                || character == '.'
                || character == '+'
                || character == 'E'
                || character == 'e';
    }

    /** Returns the place of the quotes after a text, or -1. */
    private static int endOfText(String json, int start) {
        int end = json.indexOf('"', start);
        while (end > start && isEscaped(json, start, end)) {
            end = json.indexOf('"', end + 1);
        }
        return end;
    }

    private static boolean isEscaped(String json, int start, int quotes) {
        int first = quotes;
        while (first > start && json.charAt(first - 1) == '\\') {
            first--;
        }
        return (quotes - first) % 2 == 1;
    }

    private static BigDecimal number(String json, int start, int end) {
        boolean negative = json.charAt(start) == '-';
        long value = 0;
        for (int index = negative ? start + 1 : start; index < end; index++) {
            int digit = json.charAt(index) - '0';
            if (digit < 0 || digit > 9 || end - start > MAX_DIGITS) {
                return new BigDecimal(json.substring(start, end));
            }
            value = 10 * value + digit;
        }
        return BigDecimal.valueOf(negative ? -value : value);
    }

    private static String text(String json, int start, int end) throws IOException {
        String written = json.substring(start, end);
        if (written.indexOf('\\') < 0) {
            return written;
        }
        try (JsonParser in = JSON.createParser('"' + written + '"')) {
            return in.nextTextValue();
        }
    }
}
