package org.gongkai.registry.code;

import java.util.Locale;

/** The code lists of the registry that filters refer to. {@link RegisteredCodes} looks codes up. */
public enum CodeList {
    DISTRICT,
    CATEGORY,
    AGENCY;

    /** Returns the name of the query parameter that takes codes of this list. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
