package org.gongkai.transcription.carrier.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * The rules in the style sheets of a page that may hide, strike out or raise the text of a cell. Which of several rules wins
 * is not worked out, so such a cell is not read.
 */
final class StyleSheets {

    /** Style sheets are read to this length, in characters. */
    private static final int MAX_LENGTH = 500_000;

    private static final int MAX_SELECTORS = 200;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);

    /** Matches a rule: its selectors and its declarations. */
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");

    /** The style sheets of the pages of this service, which change no text. */
    static final StyleSheets NONE = new StyleSheets();

    private final List<Evaluator> selectors = new ArrayList<>();

    private StyleSheets() {}

    static StyleSheets of(Document document) {
        StyleSheets styleSheets = new StyleSheets();
        String text = document.select("style").stream()
                .map(Element::data)
                .reduce("", (all, each) -> all.length() > MAX_LENGTH ? all : all + '\n' + each);
        styleSheets.read(withoutGroups(COMMENT.matcher(text.substring(0, Math.min(text.length(), MAX_LENGTH)))
                .replaceAll("")));
        return styleSheets;
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
        Matcher rule = RULE.matcher(rules);
        while (rule.find()) {
            if (VisibleText.changesReading(rule.group(2))) {
                for (String selector : rule.group(1).split(",")) {
                    add(selector.strip());
                }
            }
        }
    }

    private void add(String selector) {
        if (selectors.size() < MAX_SELECTORS && !selector.isEmpty()) {
            try {
                selectors.add(QueryParser.parse(selector));
            } catch (Selector.SelectorParseException unknown) {
                // a state such as :hover, in which no page is read
            }
        }
    }

    /** Returns whether a rule may change how the text of a cell reads: that of its row, of itself or of a part of it. */
    boolean mayChange(Element cell) {
        return !selectors.isEmpty()
                && (matches(cell.parent()) || cell.getAllElements().stream().anyMatch(this::matches));
    }

    /** Returns whether a rule may change how the text of an element itself reads. */
    boolean matches(Element element) {
        return selectors.stream().anyMatch(element::is);
    }
}
