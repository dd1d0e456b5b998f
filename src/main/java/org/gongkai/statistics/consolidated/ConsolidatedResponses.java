package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.http.ReportYear;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentMetrics;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.data.SnapshotBarrier;
import org.gongkai.text.Language;

/** Answers with consolidated reports, each to who may know what is in it. */
@ApplicationScoped
class ConsolidatedResponses {

    private final Consolidations consolidations;
    private final SnapshotBarrier snapshotBarrier;
    private final DocumentMetrics documents;
    private final ObjectMapper json;

    ConsolidatedResponses(
            Consolidations consolidations,
            SnapshotBarrier snapshotBarrier,
            DocumentMetrics documents,
            ObjectMapper json) {
        this.consolidations = consolidations;
        this.snapshotBarrier = snapshotBarrier;
        this.documents = documents;
        this.json = json;
    }

    /**
     * Who is told, and how.
     *
     * @param name sets those who are told one thing apart from those who are told another; empty for everybody
     * @param reach of which agencies they may be told what is not in force
     * @param language the language of messages and places
     */
    record Audience(String name, Predicate<String> reach, Language language) {}

    ConditionalResponses.Source to(
            ReportYear year, ConsolidationParameters parameters, DocumentFormat format, Audience audience) {
        return new ConsolidationSource(year, parameters, format, audience);
    }

    private final class ConsolidationSource implements ConditionalResponses.Source {

        private final ReportYear year;
        private final ConsolidationParameters parameters;
        private final DocumentFormat format;
        private final Audience audience;

        private ConsolidationSource(
                ReportYear year, ConsolidationParameters parameters, DocumentFormat format, Audience audience) {
            this.year = year;
            this.parameters = parameters;
            this.format = format;
            this.audience = audience;
        }

        @Override
        public String tagSuffix() {
            String who = audience.name().isEmpty()
                    ? ""
                    : "-" + Integer.toHexString(audience.name().hashCode());
            return "-"
                    + (format.isDocument() ? format.code() : audience.language().locale()) + who;
        }

        @Override
        public String vary() {
            return String.join(
                    ", ",
                    format.isDocument()
                            ? List.of(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION)
                            : List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION));
        }

        @Override
        public boolean settled() {
            return parameters.asOf != null;
        }

        @Override
        public void check(long state) {
            consolidations.check(year, parameters);
        }

        @Override
        public ConditionalResponses.Written answer(long state) throws SQLException {
            snapshotBarrier.await(parameters.asOf);
            Consolidation made = consolidations.answer(year, parameters);
            return format.isDocument() ? document(made) : data(made);
        }

        private ConditionalResponses.Written data(Consolidation made) {
            return new ConditionalResponses.Written(
                    made.state().version(),
                    Map.of(
                            HttpHeaders.CONTENT_TYPE,
                            MediaType.APPLICATION_JSON,
                            HttpHeaders.CONTENT_LANGUAGE,
                            audience.language().locale().toLanguageTag()),
                    write(ConsolidatedReport.of(made, audience.reach(), audience.language())));
        }

        private ConditionalResponses.Written document(Consolidation made) {
            ConsolidatedReport told = ConsolidatedReport.of(made, audience.reach(), Language.ZH);
            OfficialDocument document = ConsolidatedDocument.of(told, made.sum());
            return new ConditionalResponses.Written(
                    made.state().version(),
                    format.headers(document, fileName(told)),
                    documents.write(format, document));
        }

        /** The district, the year, and the state of the data. */
        private String fileName(ConsolidatedReport told) {
            String district = told.district() == null ? "" : told.district().code() + "-";
            return "consolidated-" + district + told.year() + "-v" + told.dataVersion();
        }

        private byte[] write(ConsolidatedReport report) {
            try {
                return json.writeValueAsBytes(report);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
