package org.gongkai.filing.diagnosis;

import java.util.List;
import java.util.Optional;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.rollup.RollUpRow;

/**
 * The reports that a report is compared with, and their statistics.
 *
 * @param kind what these reports have in common
 * @param district the district that contains their agencies
 * @param category their category; empty for all categories
 * @param rows the statistics, a row for each figure
 */
record PeerGroup(PeerDifference.Group kind, Named district, Optional<Named> category, List<RollUpRow> rows) {

    /** Returns the number of reports. */
    long reports() {
        return rows.stream().mapToLong(RollUpRow::reports).max().orElse(0);
    }
}
