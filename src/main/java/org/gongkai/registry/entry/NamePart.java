package org.gongkai.registry.entry;

import org.gongkai.text.EqualText;

/** The filter of a list by a part of the name, which may be spelled in another way. */
public final class NamePart {

    /** The condition in the query language of Hibernate. Its parameter {@code name} is the key of the part. */
    public static final String CONDITION = "position(:name in cast(function('comparable_text', name) as String)) > 0";

    private NamePart() {}

    /** Returns the key of a part of a name; {@code null} if the request has no such filter. */
    public static String key(String part) {
        return part == null ? null : EqualText.key(part);
    }
}
