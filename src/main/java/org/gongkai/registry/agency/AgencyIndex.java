package org.gongkai.registry.agency;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.text.EqualCode;

/**
 * Looks up agencies among the codes of all of them, which it reads once: an import asks for each line, and most lines of
 * a first import are new agencies. The caller must hold the lock on the register.
 */
final class AgencyIndex implements AgencyLookup {

    private static final String ALL = "select code, unified_social_credit_code from agency";

    private final Map<String, String> codesByKey = new HashMap<>();
    private final Map<String, String> ownersByCreditCode = new HashMap<>();

    private AgencyIndex() {}

    /** Reads the codes of all agencies. */
    static AgencyIndex read() {
        AgencyIndex index = new AgencyIndex();
        Panache.getSession()
                .createNativeQuery(ALL, Tuple.class)
                .getResultList()
                .forEach(agency -> index.add(agency.get(0, String.class), agency.get(1, String.class)));
        return index;
    }

    private void add(String code, String creditCode) {
        codesByKey.put(EqualCode.key(code), code);
        if (creditCode != null) {
            ownersByCreditCode.put(creditCode, code);
        }
    }

    @Override
    public Agency find(String code) {
        return code.equals(codesByKey.get(EqualCode.key(code))) ? Agency.findById(code) : null;
    }

    @Override
    public Optional<String> withKey(List<String> keys) {
        return keys.stream()
                .map(codesByKey::get)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst();
    }

    @Override
    public Optional<String> ownerOf(String creditCode, String otherThan) {
        return Optional.ofNullable(ownersByCreditCode.get(creditCode)).filter(owner -> !owner.equals(otherThan));
    }

    @Override
    public void stored(Agency agency, String formerCreditCode) {
        ownersByCreditCode.remove(formerCreditCode, agency.code);
        add(agency.code, agency.unifiedSocialCreditCode);
    }
}
