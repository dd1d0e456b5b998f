package org.gongkai.statistics.rollup.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.gongkai.csv.Csv;
import org.gongkai.publication.table.TableCsv;
import org.gongkai.statistics.rollup.RollUp;

/** A roll-up as CSV (RFC 4180), in UTF-8 with a header line. */
final class RollUpCsv {

    private RollUpCsv() {}

    static void write(RollUp rollUp, Representation representation, OutputStream out) throws IOException {
        Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (representation.byteOrderMark()) {
            csv.write(Csv.BYTE_ORDER_MARK);
        }
        TableCsv.write(RollUpColumns.of(rollUp, representation), rollUp.rows().stream(), csv);
    }
}
