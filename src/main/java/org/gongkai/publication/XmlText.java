package org.gongkai.publication;

import java.util.regex.Pattern;

/** Prepares texts for office formats, which are XML. */
final class XmlText {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final Pattern LAST_RETURNS = Pattern.compile("\\r+$");

    private static final String REPLACEMENT = "\uFFFD";

    private XmlText() {}

    /**
     * Returns a line that XML can hold. Characters that are not allowed are replaced by U+FFFD; carriage returns at the
     * end are removed.
     */
    static String of(String line) {
        return LAST_RETURNS
                .matcher(NOT_XML.matcher(line).replaceAll(REPLACEMENT))
                .replaceAll("");
    }

    /** Returns the text escaped as the content of an element. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
