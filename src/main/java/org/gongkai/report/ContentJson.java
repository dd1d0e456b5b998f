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
 * Writes the contents of a report as JSON and reads them back. Both walk the form and create no intermediate tree, as
 * each submission also reads the reports of the years before it.
 */
final class ContentJson {

    /** Escapes with lower-case letters, as canonical JSON requires. Other JSON may do the same. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private static final BigDecimal MAX_EXACT = BigDecimal.valueOf(Form.MAX_COUNT);

    private ContentJson() {}

    /** Writes JSON with the members in the order of the form. */
    static String write(Contents contents) {
        return write(contents.form().root(), contents, ContentJson::writePlain);
    }

    /** Writes canonical JSON (RFC 8785). Member names are ASCII, so all sort orders agree. */
    static String writeCanonical(Contents contents) {
        return write(contents.form().rootByName(), contents, ContentJson::writeCanonical);
    }

    /** Reads written JSON, with the members in any order. */
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

    /** Writes a number. */
    private interface NumberWriter {
        void write(BigDecimal number, JsonGenerator out) throws IOException;
    }

    /** Writes to a string: when writing bytes, the generator would escape characters outside the basic plane. */
    private static String write(FormNode root, Contents contents, NumberWriter numbers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(root, contents, out, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(FormNode formNode, Contents contents, JsonGenerator out, NumberWriter numbers)
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

    /** Writes a number as ECMAScript does. Integers are written as usual up to 2^53, where they are exact. */
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
