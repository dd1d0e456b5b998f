package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/** The three registers, as filters refer to them: by code, in a parameter of the register's name. */
public enum CodeList {
    DISTRICT,
    CATEGORY,
    AGENCY;

    /** More codes than this are not listed to somebody who named an unknown one. */
    private static final int MOST_LISTED = 500;

    /** Every code that is not in the register as a fault, the first of which lists what is known. */
    public List<ParameterFault> unknown(Collection<String> codes) {
        return unknown(parameter(), codes);
    }

    private List<ParameterFault> unknown(String parameter, Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return Panache.getSession().doReturningWork(connection -> unknown(parameter, codes, connection));
    }

    /** The same, where no session is at hand. */
    public List<ParameterFault> unknown(Collection<String> codes, Connection connection) throws SQLException {
        return codes.isEmpty() ? List.of() : unknown(parameter(), codes, connection);
    }

    private List<ParameterFault> unknown(String parameter, Collection<String> codes, Connection connection)
            throws SQLException {
        Set<String> found = new HashSet<>(codes(
                connection,
                "select code from " + parameter() + " where code = any(?)",
                connection.createArrayOf("text", codes.toArray())));
        List<String> missing =
                codes.stream().filter(code -> !found.contains(code)).toList();
        List<String> known = missing.isEmpty() ? List.of() : known(connection);
        return missing.stream()
                .map(code -> ParameterFault.unknownValue(parameter, code, code.equals(missing.get(0)) ? known : null))
                .toList();
    }

    /** The same code, if it is in the register or not asked for. */
    public String known(String code) {
        return known(parameter(), code);
    }

    /** The same, of a parameter with a name of its own. */
    String known(String parameter, String code) {
        List<ParameterFault> unknown = code == null ? List.of() : unknown(parameter, List.of(code));
        if (!unknown.isEmpty()) {
            throw ProblemException.ofParameters(unknown);
        }
        return code;
    }

    private List<String> known(Connection connection) throws SQLException {
        return codes(connection, "select code from " + parameter() + " order by code limit ?", MOST_LISTED);
    }

    /** The parameter that refers to the register. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Lets changes of the register happen one after the other until this transaction ends, so that what was checked still
     * holds when it is stored. They are rare; readers do not wait.
     */
    void lock() {
        Panache.getEntityManager()
                .createNativeQuery("lock table " + parameter() + " in share row exclusive mode")
                .executeUpdate();
    }

    /**
     * Lets nothing that locks an entry go on until this transaction ends, and waits for what has begun: so that nothing is judged by
     * what is just being changed.
     */
    public void lockOut() {
        Panache.getEntityManager()
                .createNativeQuery("lock table " + parameter() + " in exclusive mode")
                .executeUpdate();
    }

    private static List<String> codes(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            List<String> codes = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
            }
            return codes;
        }
    }
}
