package org.gongkai.registry.code;

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
import org.gongkai.sql.NamedSql;
import org.gongkai.text.Characters;
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

    public RegisteredCodes(Session session) {
        this.session = session;
    }

    /** Reports each code of a filter that the list does not hold. */
    public List<ParameterFault> unknown(CodeList list, String parameter, List<String> codes) {
        return session.doReturningWork(connection -> unknown(list, parameter, codes, connection));
    }

    /**
     * Returns the codes of some districts and of all districts inside them.
     *
     * @param districts codes, of which unknown ones are left out
     */
    public List<String> districtsWithin(Collection<String> districts) {
        return session.createNativeQuery(
                        "select distinct d.code from district d join district named on starts_with(d.path, named.path)"
                                + " where named.code = any(:districts)",
                        String.class)
                .setParameter("districts", districts.toArray(String[]::new))
                .getResultList();
    }

    /**
     * Returns the numbers of all places within some districts: of each district that they contained at some time, with the
     * ancestors of that time.
     *
     * @param districts codes that exist
     */
    public List<Integer> placesWithin(Collection<String> districts) {
        return session.createNativeQuery(
                        "select distinct place from place_within where district = any(:districts)", Integer.class)
                .setParameter("districts", districts.toArray(String[]::new))
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
        Map<String, ?> named = Map.of("codes", storable(codes));
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
        Map<String, ?> keys = Map.of("codes", storable(byKey.keySet()));
        Map<String, String> equal = new HashMap<>();
        statements
                .equal()
                .list(connection, keys, RegisteredCodes::code)
                .forEach(code -> equal.put(byKey.get(EqualCode.key(code)), code));
        return equal;
    }

    /** Returns the codes that the database can look up. The others are in no list. */
    private static String[] storable(Collection<String> codes) {
        return codes.stream().filter(Characters::areStorable).toArray(String[]::new);
    }

    private static String code(ResultSet row) throws SQLException {
        return row.getString("code");
    }
}
