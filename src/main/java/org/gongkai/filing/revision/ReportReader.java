package org.gongkai.filing.revision;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gongkai.http.body.Body;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Reads submitted and stored JSON, and writes JSON to store. */
@ApplicationScoped
public class ReportReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ObjectMapper mapper;
    private final ObjectReader exact;

    ReportReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.exact = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Decodes UTF-8, without the byte order mark that some editors write. */
    private static Reader text(InputStream body) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * Parses submitted JSON. Decimal numbers keep their exact value.
     *
     * @throws ProblemException when it is not valid JSON in UTF-8
     */
    public JsonNode parse(InputStream body) throws IOException {
        return parse(body, 1, 1);
    }

    /**
     * Parses submitted JSON that is a part of a body.
     *
     * @param line number of the line in the body at which the part begins
     * @param column number of the column at which it begins
     */
    public JsonNode parse(InputStream body, long line, long column) throws IOException {
        try {
            JsonNode tree = exact.readTree(text(body));
            return Body.required(tree.isMissingNode() ? null : tree);
        } catch (JacksonException malformed) {
            throw ProblemException.ofMalformedJson(malformed, line, column);
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, new Text("不是 UTF-8 编码", "Not encoded in UTF-8"));
        } catch (NumberFormatException hugeExponent) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON, new Text("有一个数字的指数过大，无法读取", "The exponent of a number is too large"));
        }
    }

    /** Reads stored JSON into a type. */
    public <T> T stored(String content, Class<T> type) {
        try {
            return mapper.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Reads stored JSON into a generic type. */
    public <T> T stored(String content, TypeReference<T> type) {
        try {
            return mapper.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Writes JSON to store. */
    public String write(Object content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content cannot be written as JSON", e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("The stored JSON cannot be read", e);
    }
}
