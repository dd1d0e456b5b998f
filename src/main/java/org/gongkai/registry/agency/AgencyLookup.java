package org.gongkai.registry.agency;

import java.util.List;
import java.util.Optional;

/** Looks up registered agencies for the checks of an entry. */
interface AgencyLookup {

    /** Returns an agency; {@code null} if the code is unknown. */
    Agency find(String code);

    /** Returns the first registered code with one of the keys of {@link org.gongkai.text.EqualCode}. */
    Optional<String> withKey(List<String> keys);

    /** Returns the code of an agency, other than the given one, that has a unified social credit code. */
    Optional<String> ownerOf(String creditCode, String otherThan);

    /**
     * Takes note of a stored agency.
     *
     * @param formerCreditCode its unified social credit code before; {@code null} if it had none
     */
    void stored(Agency agency, String formerCreditCode);
}
