package org.gongkai.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.gongkai.http.AnswerFormat;

/** Writes roll-ups in the format asked for. */
@ApplicationScoped
class RollUpAnswers {

    private final RollUps rollUps;
    private final ObjectMapper mapper;

    RollUpAnswers(RollUps rollUps, ObjectMapper mapper) {
        this.rollUps = rollUps;
        this.mapper = mapper;
    }

    Repetition.Source to(QuestionParameters parameters, AnswerFormat format) {
        return new RollUpSource(parameters, format);
    }

    private byte[] write(RollUp rollUp, AnswerFormat format) {
        try {
            return format == AnswerFormat.CSV
                    ? RollUpCsv.of(rollUp).getBytes(StandardCharsets.UTF_8)
                    : mapper.writeValueAsBytes(rollUp);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A roll-up cannot be written", e);
        }
    }

    private final class RollUpSource implements Repetition.Source {

        private final QuestionParameters parameters;
        private final AnswerFormat format;

        private RollUpSource(QuestionParameters parameters, AnswerFormat format) {
            this.parameters = parameters;
            this.format = format;
        }

        @Override
        public MediaType mediaType() {
            return format.mediaType();
        }

        @Override
        public String tagSuffix() {
            return format == AnswerFormat.JSON ? "" : "-" + format;
        }

        @Override
        public boolean settled() {
            return parameters.asOf != null;
        }

        @Override
        public void check(long state) throws SQLException {
            rollUps.check(parameters, state);
        }

        @Override
        public Answer answer(long state) throws SQLException {
            RollUp rollUp = rollUps.answer(parameters, state);
            return new Answer(
                    Repetition.tag(rollUp.dataVersion(), this), mediaType(), write(rollUp, format), settled());
        }
    }
}
