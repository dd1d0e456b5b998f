package org.gongkai.transcription.carrier.html;

import java.util.Locale;
import java.util.Set;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/**
 * Limits the tags of a page before it is parsed. The time of the parser grows with the square of the depth, and its
 * memory is a multiple of the size of the page. Real pages have some thousand tags, nested some dozen levels deep.
 */
public final class Markup {

    public static final int MAX_TAGS = 250_000;
    public static final int MAX_DEPTH = 256;

    /** The elements with no end tag or an optional one. They do not count as nested, as the end tag may be missing. */
    private static final Set<String> OPTIONAL_END = Set.of(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
            "p",
            "li",
            "dt",
            "dd",
            "option",
            "optgroup",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "colgroup",
            "html",
            "head",
            "body");

    private final String page;
    private int tags;
    private int depth;

    private Markup(String page) {
        this.page = page;
    }

    /**
     * Refuses a page that is too expensive to parse.
     *
     * @throws UnreadableDocument if it has more tags, or deeper nesting, than any page with a report
     */
    static void check(String page) throws UnreadableDocument {
        Markup markup = new Markup(page);
        for (int at = page.indexOf('<'); at >= 0 && at + 1 < page.length(); at = page.indexOf('<', at + 1)) {
            markup.tag(at + 1);
        }
    }

    private void tag(int at) throws UnreadableDocument {
        boolean end = page.charAt(at) == '/';
        String name = name(end ? at + 1 : at);
        if (name.isEmpty()) {
            return;
        }
        if (++tags > MAX_TAGS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_TAGS.with(MAX_TAGS));
        }
        if (!OPTIONAL_END.contains(name)) {
            depth = end ? Math.max(0, depth - 1) : depth + 1;
        }
        if (depth > MAX_DEPTH) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_DEEP.with(MAX_DEPTH));
        }
    }

    private String name(int from) {
        int to = from;
        while (to < page.length() && to - from < 40 && isPartOfName(page.charAt(to))) {
            to++;
        }
        return page.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isPartOfName(char character) {
        return Character.isLetterOrDigit(character) || character == ':' || character == '-';
    }
}
