package org.gongkai.filing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.http.Body;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Figures;
import org.gongkai.report.Form;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RuleBook;
import org.gongkai.rules.ShapeCheck;

/**
 * Reads and checks a report: whether it is JSON, whether it has the shape of the form, and its arithmetic, as far as the cells
 * can be read. Everything that is found is told at once.
 */
@ApplicationScoped
class ReportReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ObjectMapper mapper;
    private final ObjectReader exact;

    ReportReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.exact = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Reads a submission.
     *
     * @throws ProblemException when it cannot be stored, with every reason
     */
    CheckedReport read(Form form, InputStream body) throws IOException {
        JsonNode tree = parse(body);
        List<Fault> shape = ShapeCheck.of(form, tree);
        Set<String> unreadable = shape.stream().map(Fault::pointer).collect(Collectors.toSet());
        Figures figures = Figures.of(form, tree, unreadable);
        List<Fault> arithmetic = RuleBook.of(form).check(figures);
        refuse(Stream.concat(shape.stream(), arithmetic.stream()).toList());
        Record report = mapper.treeToValue(tree, form.type());
        String json = mapper.writeValueAsString(report);
        return new CheckedReport(form, figures, json, ContentHash.of(json.getBytes(StandardCharsets.UTF_8)));
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

    private JsonNode parse(InputStream body) throws IOException {
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
                    new Text("有一个数的指数过大，无法读取", "A number's exponent is too large to be read"));
        }
    }

    /** Reads what is stored, in the order of the form, which the database does not keep. */
    Record stored(Form form, Revision revision) {
        try {
            return mapper.readValue(revision.content, form.type());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored content of " + revision.id + " cannot be read", e);
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.ofFaults(ProblemType.REPORT_REJECTED, faults);
        }
    }
}
