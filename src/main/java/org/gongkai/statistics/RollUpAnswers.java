package org.gongkai.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Answers roll-ups in the rendition asked for. */
@ApplicationScoped
class RollUpAnswers {

    private final RollUps rollUps;
    private final RollUpWriter writer;

    RollUpAnswers(RollUps rollUps, RollUpWriter writer) {
        this.rollUps = rollUps;
        this.writer = writer;
    }

    Repetition.Source to(QuestionParameters parameters, Rendition rendition) {
        return new RollUpSource(parameters, rendition);
    }

    private final class RollUpSource implements Repetition.Source {

        private final QuestionParameters parameters;
        private final Rendition rendition;

        private RollUpSource(QuestionParameters parameters, Rendition rendition) {
            this.parameters = parameters;
            this.rendition = rendition;
        }

        @Override
        public String tagSuffix() {
            return rendition.tagSuffix();
        }

        @Override
        public String vary() {
            return rendition.vary();
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
        public Repetition.Written answer(long state) throws SQLException {
            RollUp rollUp = rollUps.answer(parameters, state);
            return new Repetition.Written(
                    rollUp.dataVersion(), rendition.headers(rollUp), writer.write(rollUp, rendition));
        }
    }
}
