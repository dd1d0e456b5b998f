package org.gongkai.transcription.carrier.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The rules in the style sheets of a page that may hide, strike out or raise the text of a cell. Which of several rules wins
 * is not worked out, so such a cell is not read.
 */
final class StyleSheets {

    /** Style sheets are read to this length, in characters. */
    private static final int MAX_LENGTH = 500_000;

    private static final int MAX_SELECTORS = 200;

    /** The number of comparisons of an element with a part of a selector. After that many, any cell may be changed. */
    private static final int MAX_COMPARISONS = 20_000_000;

    /** The style sheets of the pages of this service, which change no text. */
    static final StyleSheets NONE = new StyleSheets();

    private final List<CellSelector> selectors = new ArrayList<>();
    private int comparisons;

    private StyleSheets() {}

    static StyleSheets of(Document document) {
        StringBuilder text = new StringBuilder();
        for (Element sheet : document.select("style")) {
            if (text.length() < MAX_LENGTH) {
                text.append('\n').append(sheet.data());
            }
        }
        StyleSheets styleSheets = new StyleSheets();
        styleSheets.read(withoutGroups(withoutComments(text.substring(0, Math.min(text.length(), MAX_LENGTH)))));
        return styleSheets;
    }

    private static String withoutComments(String text) {
        StringBuilder outside = new StringBuilder();
        int last = 0;
        for (int start = text.indexOf("/*"); start >= 0; start = text.indexOf("/*", last)) {
            int end = text.indexOf("*/", start + 2);
            outside.append(text, last, start);
            last = end < 0 ? text.length() : end + 2;
        }
        return outside.append(text, last, text.length())
                .toString()
                .replace("<!--", "")
                .replace("-->", "");
    }

    /** Returns the rules outside of groups such as {@code @media print}. */
    private static String withoutGroups(String text) {
        StringBuilder outside = new StringBuilder();
        boolean inGroup = false;
        int depth = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '@' && depth == 0) {
                inGroup = true;
            }
            depth += character == '{' ? 1 : character == '}' && depth > 0 ? -1 : 0;
            if (!inGroup) {
                outside.append(character);
            } else if (depth == 0 && (character == '}' || character == ';')) {
                inGroup = false;
            }
        }
        return outside.toString();
    }

    private void read(String rules) {
        for (String rule : rules.split("}")) {
            int declarations = rule.lastIndexOf('{') + 1;
            if (declarations > 0 && InlineStyle.of(rule.substring(declarations)).changesReading()) {
                for (String selector : selectors(rule.substring(0, declarations - 1))) {
                    add(selector.strip());
                }
            }
        }
    }

    /** Returns the selectors of a rule. A rule before it that was not closed is left out. */
    private static String[] selectors(String start) {
        return start.substring(start.lastIndexOf('{') + 1).split(",");
    }

    private void add(String selector) {
        if (selectors.size() < MAX_SELECTORS && !selector.isEmpty()) {
            CellSelector.of(selector).ifPresent(selectors::add);
        }
    }

    /** Returns whether a rule may change how the text of a cell reads: that of its row, of itself or of a part of it. */
    boolean mayChange(Element cell) {
        return !selectors.isEmpty()
                && (matches(cell.parent()) || cell.getAllElements().stream().anyMatch(this::matches));
    }

    /** Returns whether a rule may change how the text of an element itself reads. */
    boolean matches(Element element) {
        for (CellSelector selector : selectors) {
            if (comparisons > MAX_COMPARISONS || selector.matches(element, count -> comparisons += count)) {
                return true;
            }
        }
        return false;
    }
}
