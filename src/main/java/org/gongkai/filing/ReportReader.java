package org.gongkai.filing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.http.Body;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Figures;
import org.gongkai.report.Form;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RuleBook;
import org.gongkai.rules.ShapeCheck;

/**
 * Reads and checks a report: first whether it is JSON, then whether it has the shape of the form, then its arithmetic. Each
 * step needs the one before it, and each reports everything it finds.
 */
@ApplicationScoped
class ReportReader {

    private final ObjectMapper mapper;
    private final ObjectReader strict;

    ReportReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.strict = mapper.readerFor(JsonNode.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Reads a submission.
     *
     * @throws ProblemException when it cannot be stored, with every reason
     */
    CheckedReport read(Form form, InputStream body) throws IOException {
        JsonNode tree = parse(body);
        refuse(ShapeCheck.of(form, tree));
        Record report = mapper.treeToValue(tree, form.type());
        Figures figures = Figures.of(form, report);
        refuse(RuleBook.of(form).check(figures));
        String json = mapper.writeValueAsString(report);
        return new CheckedReport(form, figures, json, ContentHash.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode parse(InputStream body) throws IOException {
        try {
            JsonNode tree = strict.readTree(body);
            return Body.required(tree.isMissingNode() ? null : tree);
        } catch (JacksonException malformed) {
            throw ProblemException.ofMalformedJson(malformed);
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
