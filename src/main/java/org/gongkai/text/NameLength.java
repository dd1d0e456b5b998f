package org.gongkai.text;

/** Maximum lengths of names, in Unicode code points, for the checks of the service and for the contract. */
public final class NameLength {

    /** The names of districts, categories and agencies. */
    public static final int REGISTERED = 200;

    /** The names of persons that can be asked about an agency. */
    public static final int PERSON = 50;

    /** The names of persons and programs that act: the subjects of tokens, as in OpenID Connect. */
    public static final int ACTOR = 255;

    private NameLength() {}
}
