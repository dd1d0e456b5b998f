package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.sql.NamedSql;
import org.gongkai.text.EqualCode;
import org.gongkai.text.Text;
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
                    NamedSql.of("select code from district order by code limit " + MAX_LISTED),
                    NamedSql.of("select code from district where lower(code) = any(:'codes')")),
            CodeList.CATEGORY,
            new Statements(
                    NamedSql.of("select code from category where code = any(:'codes')"),
                    NamedSql.of("select code from category order by code limit " + MAX_LISTED),
                    NamedSql.of("select code from category where lower(code) = any(:'codes')")),
            CodeList.AGENCY,
            new Statements(
                    NamedSql.of("select code from agency where code = any(:'codes')"),
                    NamedSql.of("select code from agency order by code limit " + MAX_LISTED),
                    NamedSql.of("select code from agency where lower(code) = any(:'codes')")));

    /**
     * The statements on one code list.
     *
     * @param existing selects those of an array of codes that exist
     * @param known selects the codes to list when one is unknown
     * @param equal selects the codes that are equal to one of an array of keys
     */
    private record Statements(NamedSql existing, NamedSql known, NamedSql equal) {}

    private final Session session;

    RegisteredCodes(Session session) {
        this.session = session;
    }

    /**
     * Checks the code of a filter.
     *
     * @param code the code; {@code null} if the request has no such filter
     * @return the same code
     * @throws ProblemException if the list does not hold the code
     */
    public String require(CodeList list, String code) {
        return require(list, list.parameter(), code);
    }

    /** Checks the code of a filter whose parameter is not named after the list. */
    String require(CodeList list, String parameter, String code) {
        if (code != null) {
            List<ParameterFault> unknown =
                    session.doReturningWork(connection -> unknown(list, parameter, List.of(code), connection));
            if (!unknown.isEmpty()) {
                throw ProblemException.ofParameters(unknown);
            }
        }
        return code;
    }

    /**
     * Returns the pattern of the paths of a district and of all districts inside it.
     *
     * @param district code of the district; {@code null} if the request has no such filter
     * @return {@code null} if the code is {@code null}
     * @throws ProblemException if the code is unknown
     */
    public String pathsWithin(String district) {
        return district == null ? null : Districts.require(require(CodeList.DISTRICT, district)).path + "%";
    }

    /**
     * Returns the numbers of all places within a district: of each district that it contained at some time, with the
     * ancestors of that time.
     *
     * @param district code of the district; {@code null} if the request has no such filter
     * @return {@code null} if the code is {@code null}
     * @throws ProblemException if the code is unknown
     */
    public List<Integer> placesWithin(String district) {
        return district == null
                ? null
                : session.createNativeQuery("select place from place_within where district = :district", Integer.class)
                        .setParameter("district", require(CodeList.DISTRICT, district))
                        .getResultList();
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
        Map<String, String> equal = missing.isEmpty() ? Map.of() : equal(list, missing, statements, connection);
        return missing.stream()
                .map(code -> fault(parameter, code, code.equals(missing.get(0)) ? known : null, equal.get(code)))
                .toList();
    }

    /** Returns the fault of an unknown code. It names the registered code that is the same in another spelling. */
    private static ParameterFault fault(String parameter, String code, List<String> known, String equal) {
        return equal == null
                ? ParameterFault.unknownValue(parameter, code, known)
                : new ParameterFault(
                        parameter,
                        code,
                        new Text("没有这个取值；名录中的写法是 %s", "Unknown value; the registry has %s").with(equal),
                        known);
    }

    /** Returns, by unknown code, the registered code that is the same in another spelling. */
    private static Map<String, String> equal(
            CodeList list, List<String> missing, Statements statements, Connection connection) throws SQLException {
        Map<String, String> byKey = new HashMap<>();
        missing.forEach(code -> EqualCodes.spellings(list, code).forEach(key -> byKey.put(key, code)));
        Map<String, ?> keys = Map.of("codes", byKey.keySet().toArray(String[]::new));
        Map<String, String> equal = new HashMap<>();
        statements
                .equal()
                .list(connection, keys, RegisteredCodes::code)
                .forEach(code -> equal.put(byKey.get(EqualCode.key(code)), code));
        return equal;
    }

    private static String code(ResultSet row) throws SQLException {
        return row.getString("code");
    }
}
