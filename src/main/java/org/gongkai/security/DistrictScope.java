package org.gongkai.security;

import java.util.Optional;
import java.util.Set;

/**
 * The districts in the claim {@code districts} of a token, with everything in them. A submitter represents their agencies,
 * in addition to those of the claim {@code agencies}. A token of the oversight office is limited to them.
 *
 * @param named codes of the districts; absent if the token has no such claim. An empty list names no district.
 */
public record DistrictScope(Optional<Set<String>> named) {

    static final DistrictScope NONE = new DistrictScope(Optional.empty());

    /** Returns whether the token has the claim. */
    public boolean isNamed() {
        return named.isPresent();
    }

    /** Returns the codes of the districts; none if the token has no such claim. */
    public Set<String> codes() {
        return named.orElse(Set.of());
    }
}
