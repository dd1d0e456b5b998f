package org.gongkai.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The person or program that performs an action.
 *
 * @param name the subject of the token, or the name of a part of the service that acts on its own
 * @param address network address of the client; {@code null} for actions of the service itself
 * @param isInSandbox whether its actions are tests, which change nothing outside the sandbox
 */
public record Actor(String name, String address, boolean isInSandbox) {

    /** The name of a caller without a token. */
    public static final String ANONYMOUS = "anonymous";

    /** The service itself, when an action follows from another one. */
    public static final Actor SYSTEM = new Actor("system", null, false);

    /** The service itself, when it loads the demonstration data. */
    public static final Actor DEMONSTRATION = new Actor("demonstration", null, false);

    /** The actor in rows that are older than the columns of actors. */
    private static final String UNKNOWN = "unknown";

    private static final Set<String> RESERVED = Set.of(ANONYMOUS, SYSTEM.name, DEMONSTRATION.name, UNKNOWN);

    /** Returns whether it is the subject of a token, and not a part of the service. */
    public boolean isSubject() {
        return address != null;
    }

    /**
     * Returns whether a name looks like that of a part of the service, so that no caller may have it. Case and width of
     * the letters make no difference.
     */
    public static boolean isReserved(String name) {
        return RESERVED.contains(
                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
