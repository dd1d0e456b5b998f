package org.gongkai.publication;

import java.util.regex.Pattern;
import org.gongkai.text.UnsafeCharacter;

/** Prepares texts for office formats, which are XML. */
final class XmlText {

    private static final Pattern LAST_RETURNS = Pattern.compile("\\r+$");

    private XmlText() {}

    /**
     * Returns a line that XML can hold. Unsafe characters, which include those that XML does not allow, are replaced by
     * U+FFFD; carriage returns at the end are removed.
     */
    static String of(String line) {
        return LAST_RETURNS.matcher(UnsafeCharacter.replaced(line)).replaceAll("");
    }

    /** Returns the text escaped as the content of an element. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
