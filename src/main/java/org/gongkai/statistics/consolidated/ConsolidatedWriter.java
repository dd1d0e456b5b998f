package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentMetrics;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.statistics.cache.Audience;
import org.gongkai.statistics.cache.ConditionalResponses.Content;
import org.gongkai.text.Language;

/** Writes consolidated reports, with what their readers may know. */
@ApplicationScoped
class ConsolidatedWriter {

    private final DocumentMetrics documents;
    private final ObjectWriter json;

    ConsolidatedWriter(DocumentMetrics documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /**
     * Writes a consolidated report.
     *
     * @param audience the readers
     * @param language the language of messages and places in JSON; documents are in Chinese
     */
    Content write(Consolidation consolidation, DocumentFormat format, Audience audience, Language language) {
        return format.isDocument()
                ? document(consolidation, format, audience)
                : data(consolidation, audience, language);
    }

    private Content data(Consolidation consolidation, Audience audience, Language language) {
        return new Content(
                consolidation.version().number(),
                Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        MediaType.APPLICATION_JSON,
                        HttpHeaders.CONTENT_LANGUAGE,
                        language.locale().toLanguageTag()),
                out -> json.writeValue(out, ConsolidatedReport.of(consolidation, audience::mayReadAll, language)),
                valuesRead(consolidation));
    }

    private Content document(Consolidation consolidation, DocumentFormat format, Audience audience) {
        ConsolidatedReport report = ConsolidatedReport.of(consolidation, audience::mayReadAll, Language.ZH);
        OfficialDocument document = ConsolidatedDocument.of(report, consolidation.sum());
        return new Content(
                consolidation.version().number(),
                format.headers(document, fileName(report)),
                out -> documents.write(format, document, out),
                valuesRead(consolidation));
    }

    private static long valuesRead(Consolidation consolidation) {
        return (long) consolidation.contributors().size()
                * consolidation.sum().form().series().size();
    }

    /** Returns a name made of the district, the year and the version of the data. */
    private static String fileName(ConsolidatedReport report) {
        String district = report.district() == null ? "" : report.district().code() + "-";
        return "consolidated-" + district + report.year() + "-v" + report.dataVersion();
    }
}
