package org.gongkai.statistics.rollup.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.csv.Csv;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;

/** A roll-up as CSV (RFC 4180), in UTF-8 with a header line. */
final class RollUpCsv {

    private RollUpCsv() {}

    static byte[] of(RollUp rollUp, Representation representation) {
        List<RollUpColumn> columns = RollUpColumn.of(rollUp, representation);
        List<String> header = columns.stream().map(RollUpColumn::name).toList();
        String csv = Csv.write(header, rollUp.rows().stream().map(row -> line(row, columns)));
        return (representation.byteOrderMark() ? Csv.BYTE_ORDER_MARK + csv : csv).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Object> line(RollUpRow row, List<RollUpColumn> columns) {
        List<Object> line = new ArrayList<>();
        columns.forEach(column -> line.add(column.content().apply(row)));
        return line;
    }
}
