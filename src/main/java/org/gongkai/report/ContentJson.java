package org.gongkai.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.erdtman.jcs.NumberToJSON;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;

/**
 * Writes the contents of a report as JSON and reads them back. Neither creates an intermediate tree, as each submission
 * also reads the reports of the years before it.
 */
final class ContentJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final BigDecimal MAX_EXACT = BigDecimal.valueOf(Form.MAX_COUNT);

    /** More than the number of cells of a form. */
    private static final int USUAL_CELLS = 512;

    private static final Map<Form, JsonLayout> PRINTED = new ConcurrentHashMap<>();

    private static final Map<Form, JsonLayout> CANONICAL = new ConcurrentHashMap<>();

    private ContentJson() {}

    /** Writes JSON with the members in the order of the form. */
    static String write(Contents contents) {
        return printed(contents.form()).write(contents, ContentJson::plain);
    }

    /** Writes canonical JSON (RFC 8785). Member names are ASCII, so all sort orders agree. */
    static String writeCanonical(Contents contents) {
        return CANONICAL
                .computeIfAbsent(contents.form(), form -> new JsonLayout(form.rootByName()))
                .write(contents, ContentJson::canonical);
    }

    /** Reads written JSON, with the members in any order. */
    static Contents read(int year, Form form, String json) {
        Map<String, BigDecimal> numbers = new HashMap<>(USUAL_CELLS);
        Map<String, String> texts = new HashMap<>();
        try {
            if (!printed(form).read(json, numbers, texts)) {
                parse(form, json, numbers, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contents(year, form, new Figures(numbers), texts);
    }

    private static JsonLayout printed(Form form) {
        return PRINTED.computeIfAbsent(form, key -> new JsonLayout(key.root()));
    }

    private static String plain(BigDecimal number) {
        return isExact(number) ? String.valueOf(number.longValue()) : number.toString();
    }

    /** Returns a number as ECMAScript writes it. Integers are written as usual up to 2^53, where they are exact. */
    private static String canonical(BigDecimal number) {
        if (isExact(number)) {
            return String.valueOf(number.longValue());
        }
        try {
            return NumberToJSON.serializeNumber(number.doubleValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isExact(BigDecimal number) {
        return number.abs().compareTo(MAX_EXACT) <= 0
                && (number.scale() == 0 || number.stripTrailingZeros().scale() <= 0);
    }

    private static void parse(Form form, String json, Map<String, BigDecimal> numbers, Map<String, String> texts)
            throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            read(form.root(), in, numbers, texts);
        }
    }

    private static void read(
            FormNode formNode, JsonParser in, Map<String, BigDecimal> numbers, Map<String, String> texts)
            throws IOException {
        if (formNode.isNumber()) {
            numbers.put(formNode.pointer(), number(in));
        } else if (formNode.kind() == FormNode.Kind.TEXT) {
            texts.put(formNode.name(), in.getText());
        } else {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                read(formNode.child(name), in, numbers, texts);
            }
        }
    }

    private static BigDecimal number(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? BigDecimal.valueOf(in.getLongValue())
                : in.getDecimalValue();
    }
}
