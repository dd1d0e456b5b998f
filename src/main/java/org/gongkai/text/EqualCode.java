package org.gongkai.text;

/** Equality of codes: the case of Latin letters makes no difference. */
public final class EqualCode {

    private static final int TO_LOWER_CASE = 'a' - 'A';

    private EqualCode() {}

    /** Returns the key of a code. Codes with the same key are the same code. */
    public static String key(String code) {
        StringBuilder key = new StringBuilder(code);
        for (int index = 0; index < key.length(); index++) {
            char character = key.charAt(index);
            if (character >= 'A' && character <= 'Z') {
                key.setCharAt(index, (char) (character + TO_LOWER_CASE));
            }
        }
        return key.toString();
    }
}
