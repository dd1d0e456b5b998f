package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.ParameterFault;
import org.gongkai.sql.NamedSql;
import org.hibernate.Session;

/** Looks up the codes that filters name, and reports unknown ones together with the known codes. */
@ApplicationScoped
public class RegisteredCodes {

    /** The largest number of known codes that the report of an unknown one lists. */
    private static final int MAX_LISTED = 500;

    private static final Map<CodeList, Statements> STATEMENTS = Map.of(
            CodeList.DISTRICT,
            new Statements(
                    NamedSql.of("select code from district where code = any(:'codes')"),
                    NamedSql.of("select code from district order by code limit " + MAX_LISTED)),
            CodeList.CATEGORY,
            new Statements(
                    NamedSql.of("select code from category where code = any(:'codes')"),
                    NamedSql.of("select code from category order by code limit " + MAX_LISTED)),
            CodeList.AGENCY,
            new Statements(
                    NamedSql.of("select code from agency where code = any(:'codes')"),
                    NamedSql.of("select code from agency order by code limit " + MAX_LISTED)));

    /**
     * The statements on one code list.
     *
     * @param existing selects those of an array of codes that exist
     * @param known selects the codes to list when one is unknown
     */
    private record Statements(NamedSql existing, NamedSql known) {}

    private final Session session;

    RegisteredCodes(Session session) {
        this.session = session;
    }

    /** Reports each code of a filter that the list does not hold. */
    List<ParameterFault> unknown(CodeList list, String parameter, List<String> codes) {
        return session.doReturningWork(connection -> unknown(list, parameter, codes, connection));
    }

    /**
     * Returns the patterns of the paths of some districts and of all districts inside them.
     *
     * @param districts codes that exist
     */
    public List<String> pathsWithin(Collection<String> districts) {
        return districts.stream()
                .map(district -> Districts.require(district).path + "%")
                .toList();
    }

    /** Reports each code that the list does not hold. The first report also lists known codes. */
    public static List<ParameterFault> unknown(CodeList list, Collection<String> codes, Connection connection)
            throws SQLException {
        return unknown(list, list.parameter(), codes, connection);
    }

    private static List<ParameterFault> unknown(
            CodeList list, String parameter, Collection<String> codes, Connection connection) throws SQLException {
        if (codes.isEmpty()) {
            return List.of();
        }
        Statements statements = STATEMENTS.get(list);
        Map<String, ?> named = Map.of("codes", codes.toArray(String[]::new));
        Set<String> existing = Set.copyOf(statements.existing().list(connection, named, RegisteredCodes::code));
        List<String> missing =
                codes.stream().filter(code -> !existing.contains(code)).toList();
        List<String> known =
                missing.isEmpty() ? List.of() : statements.known().list(connection, Map.of(), RegisteredCodes::code);
        return missing.stream()
                .map(code -> ParameterFault.unknownValue(parameter, code, code.equals(missing.get(0)) ? known : null))
                .toList();
    }

    private static String code(ResultSet row) throws SQLException {
        return row.getString("code");
    }
}
