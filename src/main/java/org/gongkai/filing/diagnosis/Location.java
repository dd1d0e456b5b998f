package org.gongkai.filing.diagnosis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;

/**
 * The district, the category and the kind under which a report counts.
 *
 * @param place the place of the district
 * @param districts the district, and all above it, the lowest first
 * @param category the category
 * @param kind the kind of the agency
 */
record Location(int place, List<Named> districts, Named category, AgencyKind kind) {

    static final NamedSql SQL = SqlScript.of(Diagnoses.FOLDER + "location.sql").with();

    static Location of(DiagnosedReport report, Connection connection) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        values.put("agency", report.agency().code());
        values.put("year", report.year());
        values.put("revision", report.revision().orElse(null));
        return SQL.single(connection, values, Location::read);
    }

    private static Location read(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray("codes").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        List<Named> districts = new ArrayList<>();
        for (int index = codes.length - 1; index >= 0; index--) {
            districts.add(new Named(codes[index], names[index]));
        }
        return new Location(
                row.getInt("place"),
                districts,
                new Named(row.getString("category"), row.getString("category_name")),
                AgencyKind.valueOf(row.getString("kind")));
    }
}
