package org.gongkai.publication;

import org.gongkai.text.UnsafeCharacter;

/** Texts in HTML pages. */
public final class HtmlText {

    private HtmlText() {}

    /**
     * Returns the text with escaped markup, and with U+FFFD for unsafe characters, which earlier releases stored. A
     * carriage return needs a character reference, because HTML parsers read a plain one as a line feed.
     */
    public static String escaped(String text) {
        return UnsafeCharacter.replaced(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
