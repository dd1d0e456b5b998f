package org.gongkai.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.http.ReportYear;
import org.gongkai.report.Language;

/** Answers with consolidated reports, each to who may know what is in it. */
@ApplicationScoped
class ConsolidatedAnswers {

    private final Consolidations consolidations;
    private final Settlement settlement;
    private final ObjectMapper json;

    ConsolidatedAnswers(Consolidations consolidations, Settlement settlement, ObjectMapper json) {
        this.consolidations = consolidations;
        this.settlement = settlement;
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

    Repetition.Source to(ReportYear year, ConsolidationParameters parameters, Audience audience) {
        return new ConsolidationSource(year, parameters, audience);
    }

    private final class ConsolidationSource implements Repetition.Source {

        private final ReportYear year;
        private final ConsolidationParameters parameters;
        private final Audience audience;

        private ConsolidationSource(ReportYear year, ConsolidationParameters parameters, Audience audience) {
            this.year = year;
            this.parameters = parameters;
            this.audience = audience;
        }

        @Override
        public String tagSuffix() {
            String who = audience.name().isEmpty()
                    ? ""
                    : "-" + Integer.toHexString(audience.name().hashCode());
            return "-" + audience.language().locale() + who;
        }

        @Override
        public String vary() {
            return HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.AUTHORIZATION;
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
        public Repetition.Written answer(long state) throws SQLException {
            settlement.await(parameters.asOf);
            Consolidation made = consolidations.answer(year, parameters);
            return new Repetition.Written(
                    made.state().version(),
                    Map.of(
                            HttpHeaders.CONTENT_TYPE,
                            MediaType.APPLICATION_JSON,
                            HttpHeaders.CONTENT_LANGUAGE,
                            audience.language().locale().toLanguageTag()),
                    write(ConsolidatedReport.of(made, audience.reach(), audience.language())));
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
