package org.gongkai.text;

/** Builds JSON Pointers (RFC 6901) to members whose names are chosen by the client. */
public final class Pointers {

    /** The format of pointers, by its name in JSON Schema. */
    public static final String FORMAT = "json-pointer";

    private Pointers() {}

    /** Returns the pointer step to a member, with its name escaped. */
    public static String step(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
