package org.gongkai.security;

/** The roles that operations ask for. Tokens name them in the claim {@code groups}. */
public final class Role {

    /** May read what has been accepted. Everybody has it, unless {@code gongkai.security.public-read} is off. */
    public static final String READER = "reader";

    /** Hands reports in for the agencies that the claim {@code agencies} lists. */
    public static final String SUBMITTER = "submitter";

    /** The oversight office: keeps the registry, decides on reports, and sees everything. */
    public static final String OVERSIGHT = "oversight";

    private Role() {}
}
