package org.gongkai.cycle;

import java.util.List;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.sql.BatchUpdate;
import org.gongkai.sql.RecordTable;
import org.gongkai.sql.StatementPipeline;

/**
 * A line of a new roster as a row of table {@code obligation}. All lines are added by one statement, and counted by one: a
 * province has more than ten thousand.
 *
 * @param year the report year
 * @param agency code of the agency
 * @param name name of the agency
 * @param district code of its district
 * @param category code of its category
 * @param kind its kind
 */
record RosterRow(short year, String agency, String name, String district, String category, AgencyKind kind) {

    private static final BatchUpdate<RosterRow> ADD =
            RecordTable.of("obligation", RosterRow.class).insert();

    static RosterRow of(Obligation line) {
        return new RosterRow(
                line.id.year(), line.id.agency(), line.name, line.district.code, line.category.code, line.kind);
    }

    /** Adds a statement that adds lines. */
    static void add(StatementPipeline statements, List<RosterRow> lines) {
        ADD.addTo(statements, lines);
    }
}
