package org.gongkai.text;

import java.nio.charset.StandardCharsets;

/** Checks of the characters of texts that clients send. */
public final class Characters {

    private Characters() {}

    /** Returns whether PostgreSQL can store a text: it has no U+0000 and no unpaired surrogate. */
    public static boolean areStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
