package org.gongkai.statistics.rollup.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.gongkai.statistics.rollup.RollUp;

/** Writes roll-ups. The same roll-up in the same representation is always the same bytes. */
@ApplicationScoped
public class RollUpWriter {

    private final ObjectMapper json;

    RollUpWriter(ObjectMapper json) {
        this.json = json;
    }

    public byte[] write(RollUp rollUp, Representation representation) {
        return switch (representation.format()) {
            case JSON -> json(rollUp);
            case CSV -> RollUpCsv.of(rollUp, representation);
            case XLSX -> RollUpWorkbook.of(rollUp, representation);
            case JSONSTAT -> JsonStat.of(rollUp, representation);
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
