package org.gongkai.publication;

import java.util.regex.Pattern;

/** Texts as the formats of offices can hold them, which are XML. */
final class XmlText {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final Pattern LAST_RETURNS = Pattern.compile("\\r+$");

    private static final String REPLACEMENT = "\uFFFD";

    private XmlText() {}

    /** A line; what XML has no way to write is replaced by a mark, and where the line ends by a carriage return, that is left out. */
    static String of(String line) {
        return LAST_RETURNS
                .matcher(NOT_XML.matcher(line).replaceAll(REPLACEMENT))
                .replaceAll("");
    }

    /** The same text as the content of an element. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
