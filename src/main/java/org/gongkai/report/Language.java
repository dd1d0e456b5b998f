package org.gongkai.report;

import java.util.List;
import java.util.Locale;

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
     * @param acceptable what the reader accepts, best first; may be empty or hold the wildcard
     * @return the first one that is spoken here, Chinese when there is none
     */
    public static Language preferred(List<Locale> acceptable) {
        for (Locale wanted : acceptable) {
            for (Language language : values()) {
                if (language.locale.getLanguage().equals(wanted.getLanguage())) {
                    return language;
                }
            }
        }
        return ZH;
    }
}
