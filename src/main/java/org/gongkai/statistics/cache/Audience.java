package org.gongkai.statistics.cache;

import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.security.Access;

/**
 * The readers that receive the same answer.
 *
 * @param role their role
 * @param agencies codes of the agencies that they act for; only with the role {@link Role#SUBMITTER}
 */
public record Audience(Role role, Set<String> agencies) {

    /** The roles that answers differ by. */
    public enum Role {
        /** Anyone. */
        PUBLIC,
        /** Submitters of some agencies. */
        SUBMITTER,
        /** The oversight office. */
        OVERSIGHT
    }

    public static final Audience PUBLIC = new Audience(Role.PUBLIC, Set.of());
    public static final Audience OVERSIGHT = new Audience(Role.OVERSIGHT, Set.of());

    public Audience {
        agencies = Set.copyOf(agencies);
        if (agencies.isEmpty() == (role == Role.SUBMITTER)) {
            throw new IllegalArgumentException("Exactly submitters have agencies");
        }
    }

    /**
     * Returns the audience of the caller for an answer about one report year. Agencies are those that the token names
     * themselves: the districts of others are not looked up.
     */
    public static Audience of(Access access, int year) {
        if (!access.years().allows(year)) {
            return PUBLIC;
        }
        if (access.overseesAllAgencies()) {
            return OVERSIGHT;
        }
        Set<String> agencies = access.agencies();
        return agencies.isEmpty() ? PUBLIC : new Audience(Role.SUBMITTER, agencies);
    }

    /** Returns whether the audience may read the reports of an agency that are not in force. */
    public boolean mayReadAll(String agency) {
        return role == Role.OVERSIGHT || agencies.contains(agency);
    }

    /** Returns a text that differs between different audiences: each code is preceded by its length. */
    String canonical() {
        return agencies.stream()
                .sorted()
                .map(code -> code.length() + ":" + code)
                .collect(Collectors.joining("", role.name() + " ", ""));
    }
}
