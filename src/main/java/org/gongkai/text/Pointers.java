package org.gongkai.text;

/** JSON Pointers (RFC 6901) to what a client has written, which may be named anything. */
public final class Pointers {

    private Pointers() {}

    /** The part of a pointer that leads to a member. */
    public static String step(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
