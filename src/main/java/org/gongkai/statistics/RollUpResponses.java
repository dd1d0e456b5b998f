package org.gongkai.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpParameters;
import org.gongkai.statistics.rollup.format.Representation;
import org.gongkai.statistics.rollup.format.RollUpWriter;
import org.gongkai.statistics.rollup.sql.RollUps;

/** Answers roll-ups in the rendition asked for. */
@ApplicationScoped
class RollUpResponses {

    private final RollUps rollUps;
    private final RollUpWriter writer;

    RollUpResponses(RollUps rollUps, RollUpWriter writer) {
        this.rollUps = rollUps;
        this.writer = writer;
    }

    ConditionalResponses.Source to(RollUpParameters parameters, Representation representation) {
        return new RollUpSource(parameters, representation);
    }

    private final class RollUpSource implements ConditionalResponses.Source {

        private final RollUpParameters parameters;
        private final Representation representation;

        private RollUpSource(RollUpParameters parameters, Representation representation) {
            this.parameters = parameters;
            this.representation = representation;
        }

        @Override
        public String tagSuffix() {
            return representation.tagSuffix();
        }

        @Override
        public String vary() {
            return representation.vary();
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
        public ConditionalResponses.Written answer(long state) throws SQLException {
            RollUp rollUp = rollUps.answer(parameters, state);
            return new ConditionalResponses.Written(
                    rollUp.dataVersion(), representation.headers(rollUp), writer.write(rollUp, representation));
        }
    }
}
