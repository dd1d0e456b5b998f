package org.gongkai.http.semantics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of a header that is a list with weights, such as {@code Accept} (RFC 9110, sections 5.6.1 and 12.4.2).
 *
 * @param value the element without its parameters, in lower case
 * @param parameters its parameters except the weight; names and values are in lower case
 * @param weight the weight, from 0 (not acceptable) to 1
 */
record WeightedElement(String value, Map<String, String> parameters, double weight) {

    /** A comma or a semicolon outside of quotes ends a part. */
    private static final Pattern PART = Pattern.compile("((?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^,;\"])*+)([,;]|$)");

    private static final Pattern VALUE = Pattern.compile("[^\\s\"]+");
    private static final Pattern PARAMETER = Pattern.compile("([^\\s\"=]+)=(\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s\"=]*)");

    /** A weight. Some clients omit the zero before the point. */
    private static final Pattern WEIGHT = Pattern.compile("0?\\.[0-9]{1,3}|[01](\\.0{0,3})?|0\\.[0-9]{0,3}");

    private static final String WEIGHT_NAME = "q";

    /**
     * Parses a header. Empty elements are ignored.
     *
     * @throws IllegalArgumentException if the header is malformed
     */
    static List<WeightedElement> parse(String header) {
        List<WeightedElement> elements = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(header);
        int end = 0;
        while (end < header.length() && part.find(end) && part.start() == end) {
            parts.add(part.group(1).strip());
            end = part.end();
            if (!part.group(2).equals(";")) {
                element(parts, elements);
                parts.clear();
            }
        }
        if (end < header.length()) {
            throw malformed(header);
        }
        element(parts, elements);
        return elements;
    }

    private static void element(List<String> parts, List<WeightedElement> elements) {
        if (parts.stream().allMatch(String::isEmpty)) {
            return;
        }
        String value = parts.get(0);
        if (!VALUE.matcher(value).matches()) {
            throw malformed(value);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parts.stream().skip(1).filter(text -> !text.isEmpty()).forEach(text -> parameter(text, parameters));
        String weight = parameters.remove(WEIGHT_NAME);
        elements.add(new WeightedElement(value.toLowerCase(Locale.ROOT), parameters, weight(weight)));
    }

    private static void parameter(String text, Map<String, String> parameters) {
        Matcher parameter = PARAMETER.matcher(text);
        if (!parameter.matches()) {
            throw malformed(text);
        }
        String value = parameter.group(2);
        parameters.put(
                parameter.group(1).toLowerCase(Locale.ROOT),
                (value.startsWith("\"") ? value.substring(1, value.length() - 1) : value).toLowerCase(Locale.ROOT));
    }

    private static double weight(String weight) {
        if (weight == null) {
            return 1;
        }
        if (!WEIGHT.matcher(weight).matches()) {
            throw malformed(weight);
        }
        return Double.parseDouble(weight);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("Malformed: " + text);
    }
}
