package org.gongkai.filing.store;

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
import org.gongkai.http.Body;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Reads reports as they come in and as they are stored, and writes what is to be stored. */
@ApplicationScoped
public class ReportReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ObjectMapper mapper;
    private final ObjectReader exact;

    ReportReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.exact = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** UTF-8 and nothing else; the byte order mark that some editors write in front of it is not part of the text. */
    private static Reader text(InputStream body) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * Reads JSON, with numbers as they are written.
     *
     * @throws ProblemException when it is not JSON
     */
    public JsonNode parse(InputStream body) throws IOException {
        try {
            JsonNode tree = exact.readTree(text(body));
            return Body.required(tree.isMissingNode() ? null : tree);
        } catch (JacksonException malformed) {
            throw ProblemException.ofMalformedJson(malformed);
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, new Text("不是 UTF-8 编码", "Not encoded in UTF-8"));
        } catch (NumberFormatException beyondReading) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text("有一个数字的指数过大，无法读取", "A number's exponent is too large to be read"));
        }
    }

    /** Reads what is stored: for a report, in the order of the form, which the database does not keep. */
    public <T> T stored(String content, Class<T> type) {
        try {
            return mapper.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Reads what is stored, of a type with parameters. */
    <T> T stored(String content, TypeReference<T> type) {
        try {
            return mapper.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Writes what is to be stored. */
    String write(Object content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is to be stored cannot be written", e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("What is stored cannot be read", e);
    }
}
