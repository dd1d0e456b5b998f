package org.gongkai.statistics.movement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Series;

/**
 * The contribution of a department's report to totals.
 *
 * @param districts codes of the district that it counts in and of all districts above, the topmost first
 * @param category code of its category
 * @param values its values, without zeros
 */
record Contribution(List<String> districts, String category, Map<Series, BigDecimal> values) {

    /** Returns whether it counts in a group. */
    boolean isIn(Totals.Group group) {
        return districts.contains(group.district())
                && (group.category().isEmpty() || group.category().get().equals(category));
    }
}
