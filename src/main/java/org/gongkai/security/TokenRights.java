package org.gongkai.security;

import java.util.List;
import java.util.Set;

/**
 * The rights of a token that the local issuer signs.
 *
 * @param subject the name of its holder in the audit log
 * @param role the role, which is its only one
 * @param agencies codes of the agencies that a submitter represents; empty for other roles
 * @param districts codes of the districts in the claim of this name; empty for a token without it
 * @param years the report years in the claim of this name; empty for a token without it
 * @param sandbox whether the submitter submits tests only
 */
public record TokenRights(
        String subject,
        String role,
        List<String> agencies,
        List<String> districts,
        List<Integer> years,
        boolean sandbox) {

    public TokenRights {
        agencies = List.copyOf(agencies);
        districts = List.copyOf(districts);
        years = List.copyOf(years);
        if (!Set.of(Role.SUBMITTER, Role.OVERSIGHT, Role.READER).contains(role)) {
            throw new IllegalArgumentException("There is no role " + role);
        }
        if (agencies.isEmpty() == role.equals(Role.SUBMITTER)) {
            throw new IllegalArgumentException("Exactly submitters represent agencies");
        }
        if (sandbox && !role.equals(Role.SUBMITTER)) {
            throw new IllegalArgumentException("Only submitters have a sandbox");
        }
    }

    /** Returns the rights of the oversight office, without limits. */
    public static TokenRights ofOffice() {
        return new TokenRights(Role.OVERSIGHT, Role.OVERSIGHT, List.of(), List.of(), List.of(), false);
    }
}
