package org.gongkai.security;

/** The roles that operations require. Tokens name them in the claim {@code groups}. */
public final class Role {

    /** Reads accepted reports. Every caller has this role unless {@code gongkai.security.public-read} is off. */
    public static final String READER = "reader";

    /** Submits reports for the agencies that the claim {@code agencies} lists. */
    public static final String SUBMITTER = "submitter";

    /** The oversight office: maintains the registry, decides on reports, and has access to all data. */
    public static final String OVERSIGHT = "oversight";

    /**
     * Submits test reports into the sandbox. A token with the claim {@code sandbox} has this role instead of those that it
     * names.
     */
    public static final String SANDBOX = "sandbox";

    private Role() {}
}
