package org.gongkai.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;

/**
 * Writes what a report says as JSON, and reads it back. Both go along the form, place by place: a submission is read with the reports
 * of the years before it, so neither makes anything in between.
 */
final class ContentJson {

    /** Canonical JSON escapes in small letters; nobody else minds. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private static final BigDecimal MAX_EXACT = BigDecimal.valueOf(Form.MAX_COUNT);

    private ContentJson() {}

    /** In the order of the form. */
    static String write(Contents contents) {
        return write(contents.form().root(), contents, ContentJson::writePlain);
    }

    /** In the one way of RFC 8785. Names are in ASCII, so they sort the same by any rule. */
    static String writeCanonical(Contents contents) {
        return write(contents.form().rootByName(), contents, ContentJson::writeCanonical);
    }

    /** Reads what was written, in any order. */
    static Contents read(int year, Form form, String json) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            read(form.root(), in, numbers, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contents(year, form, new Figures(numbers), texts);
    }

    /** How a number is written. */
    private interface Numbers {
        void write(BigDecimal number, JsonGenerator out) throws IOException;
    }

    /** Into a text: in bytes, the generator would escape what lies beyond the basic plane. */
    private static String write(FormNode root, Contents contents, Numbers numbers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(root, contents, out, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(FormNode formNode, Contents contents, JsonGenerator out, Numbers numbers)
            throws IOException {
        if (formNode.isNumber()) {
            numbers.write(contents.figures().at(formNode.pointer()), out);
        } else if (formNode.kind() == FormNode.Kind.TEXT) {
            out.writeString(contents.text(formNode));
        } else {
            out.writeStartObject();
            for (FormNode child : formNode.children()) {
                out.writeFieldName(child.name());
                write(child, contents, out, numbers);
            }
            out.writeEndObject();
        }
    }

    private static void writePlain(BigDecimal number, JsonGenerator out) throws IOException {
        if (isExact(number)) {
            out.writeNumber(number.longValue());
        } else {
            out.writeNumber(number);
        }
    }

    /** As ECMAScript writes it, which writes integers as everybody does while it can tell them apart. */
    private static void writeCanonical(BigDecimal number, JsonGenerator out) throws IOException {
        if (isExact(number)) {
            out.writeNumber(number.longValue());
        } else {
            out.writeNumber(NumberToJSON.serializeNumber(number.doubleValue()));
        }
    }

    private static boolean isExact(BigDecimal number) {
        return number.abs().compareTo(MAX_EXACT) <= 0
                && (number.scale() == 0 || number.stripTrailingZeros().scale() <= 0);
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
