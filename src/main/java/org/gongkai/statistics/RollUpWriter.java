package org.gongkai.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Writes roll-ups: the same roll-up in the same rendition is always the same bytes. */
@ApplicationScoped
class RollUpWriter {

    private final ObjectMapper json;

    RollUpWriter(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(RollUp rollUp, Rendition rendition) {
        return switch (rendition.format()) {
            case JSON -> json(rollUp);
            case CSV -> RollUpCsv.of(rollUp, rendition);
            case XLSX -> RollUpWorkbook.of(rollUp, rendition);
            case JSONSTAT -> JsonStat.of(rollUp, rendition);
        };
    }

    private byte[] json(RollUp rollUp) {
        try {
            return json.writeValueAsBytes(rollUp);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
