package org.gongkai.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages the service answers in. Chinese is the language of the statute and the default. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The locale to name in {@code Content-Language}. */
    public Locale locale() {
        return locale;
    }

    /**
     * The best language for a reader.
     *
     * @param accepted an {@code Accept-Language} header; {@code null} when the reader did not say
     * @return the one liked best of those that are spoken here; Chinese when there is none, or the header cannot be read
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
