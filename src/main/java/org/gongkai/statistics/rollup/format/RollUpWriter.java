package org.gongkai.statistics.rollup.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;

/** Writes roll-ups. The same roll-up in the same representation is always the same bytes. */
@ApplicationScoped
public class RollUpWriter {

    private final ObjectWriter json;

    RollUpWriter(ObjectMapper json) {
        this.json = json.writer()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    /** Writes rows as NDJSON. The stream is not closed. */
    public void writeRows(Iterable<RollUpRow> rows, OutputStream out) throws IOException {
        for (RollUpRow row : rows) {
            json.writeValue(out, row);
            out.write('\n');
        }
    }

    /** Writes a roll-up, row by row. The stream is not closed. */
    public void write(RollUp rollUp, Representation representation, OutputStream out) throws IOException {
        switch (representation.format()) {
            case JSON -> json.writeValue(out, rollUp);
            case CSV -> RollUpCsv.write(rollUp, representation, out);
            case XLSX -> RollUpWorkbook.write(rollUp, representation, out);
            case JSONSTAT -> JsonStat.write(rollUp, representation, out);
            case HTML -> RollUpPage.write(rollUp, representation, out);
            case NDJSON -> writeRows(rollUp.rows(), out);
        }
    }
}
