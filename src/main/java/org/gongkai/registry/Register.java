package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/** The three registers, as filters refer to them: by code, in a parameter of the register's name. */
public enum Register {
    DISTRICT("District"),
    CATEGORY("Category"),
    AGENCY("Agency");

    /** More codes than this are not listed to somebody who named an unknown one. */
    private static final int MOST_LISTED = 500;

    private final String entity;

    Register(String entity) {
        this.entity = entity;
    }

    /** Every code that is not in the register as a fault, the first of which lists what is known. */
    public List<ParameterFault> unknown(Collection<String> codes) {
        return unknown(parameter(), codes);
    }

    private List<ParameterFault> unknown(String parameter, Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        Set<String> found = new HashSet<>(codes("select code from " + entity + " where code in :codes")
                .setParameter("codes", codes)
                .getResultList());
        List<String> missing =
                codes.stream().filter(code -> !found.contains(code)).toList();
        List<String> known = missing.isEmpty() ? List.of() : known();
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

    private List<String> known() {
        return codes("select code from " + entity + " order by code")
                .setMaxResults(MOST_LISTED)
                .getResultList();
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

    private static TypedQuery<String> codes(String query) {
        return Panache.getEntityManager().createQuery(query, String.class);
    }
}
