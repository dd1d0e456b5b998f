package org.gongkai.text;

import java.util.Objects;

/**
 * A text in both languages of the service.
 *
 * @param zh Chinese, for statutory labels exactly as the form prints them
 * @param en English
 */
public record Text(String zh, String en) {

    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** A text that reads the same in both languages: a code, a number. */
    public static Text of(String same) {
        return new Text(same, same);
    }

    /** The text with {@code %s} places filled; an argument that is itself a {@link Text} is taken in the same language. */
    public Text with(Object... arguments) {
        return new Text(fill(zh, Language.ZH, arguments), fill(en, Language.EN, arguments));
    }

    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }

    private static String fill(String template, Language language, Object... arguments) {
        Object[] resolved = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            resolved[i] = arguments[i] instanceof Text text ? text.in(language) : arguments[i];
        }
        return String.format(language.locale(), template, resolved);
    }
}
