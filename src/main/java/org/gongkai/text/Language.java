package org.gongkai.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** A language of the responses. Chinese is the language of the statute and the default. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /** Returns the locale for the header {@code Content-Language}. */
    public Locale locale() {
        return locale;
    }

    /**
     * Selects the language of a response.
     *
     * @param accepted the header {@code Accept-Language}; {@code null} if the client sent none
     * @return the supported language with the highest weight; Chinese if there is none, or if the header is malformed
     */
    public static Language accepted(String accepted) {
        if (accepted == null) {
            return ZH;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> supported(range.getRange()))
                    .findFirst()
                    .orElse(ZH);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return ZH;
        }
    }

    private static Stream<Language> supported(String range) {
        return Arrays.stream(values())
                .filter(language -> range.equals(language.locale.getLanguage())
                        || range.startsWith(language.locale.getLanguage() + "-"));
    }
}
