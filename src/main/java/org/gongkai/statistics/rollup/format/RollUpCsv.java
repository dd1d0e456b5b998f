package org.gongkai.statistics.rollup.format;

import java.nio.charset.StandardCharsets;
import org.gongkai.csv.Csv;
import org.gongkai.publication.table.TableCsv;
import org.gongkai.statistics.rollup.RollUp;

/** A roll-up as CSV (RFC 4180), in UTF-8 with a header line. */
final class RollUpCsv {

    private RollUpCsv() {}

    static byte[] of(RollUp rollUp, Representation representation) {
        String csv = TableCsv.of(RollUpColumns.of(rollUp, representation), rollUp.rows().stream());
        return (representation.byteOrderMark() ? Csv.BYTE_ORDER_MARK + csv : csv).getBytes(StandardCharsets.UTF_8);
    }
}
