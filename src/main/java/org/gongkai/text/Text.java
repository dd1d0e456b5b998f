package org.gongkai.text;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in both languages of the service.
 *
 * @param zh Chinese; statutory labels are exactly as printed in the form
 * @param en English
 */
@Schema(name = "BilingualText")
public record Text(String zh, String en) {

    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** Returns a text that is the same in both languages, such as a code or a number. */
    public static Text of(String same) {
        return new Text(same, same);
    }

    /** Replaces the placeholders {@code %s}. An argument that is a {@link Text} is inserted in the same language. */
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
