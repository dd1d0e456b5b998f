package org.gongkai.commandline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.text.Language;

/**
 * The language of the user. The variables of the environment precede the locale of Java, which is English if the system
 * has not installed the locale that they name, as in most containers.
 */
public final class UserLanguage {

    private UserLanguage() {}

    /** Returns Chinese for Chinese users, and English for all others. */
    public static Language of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY).toString());
        return locale.toLowerCase(Locale.ROOT).startsWith(Language.ZH.locale().getLanguage())
                ? Language.ZH
                : Language.EN;
    }
}
