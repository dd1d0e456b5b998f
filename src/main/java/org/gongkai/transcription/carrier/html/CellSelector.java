package org.gongkai.transcription.carrier.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * A selector of a style sheet. It matches at least the elements that it matches in a browser: places among siblings are not
 * compared, and a child counts as any descendant. So a comparison takes a short time, whatever the style sheet says.
 */
final class CellSelector {

    /** The number of elements around that are compared at most. */
    private static final int MAX_PARTS = 6;

    /** A longer selector may select any element. */
    private static final int MAX_LENGTH = 500;

    /** Matches a condition on a word of an attribute, which the library would read as a regular expression. */
    private static final Pattern WORD = Pattern.compile("\\[\\s*([\\w-]+)\\s*~=[^\\]]*]");

    /** Matches conditions on the place of an element, and exceptions. */
    private static final Pattern PLACE =
            Pattern.compile(":(?:(?:nth|first|last|only)-[\\w-]+|not|is|where|has|empty|root)(?:\\([^()]*\\))?");

    private static final Pattern SIBLINGS = Pattern.compile("^.*[+~]", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[\\s>]+");
    private static final Pattern BETWEEN_AT_END = Pattern.compile("(?:^|[\\s>+~])$");

    /** The elements around, from the outside in, and the element. */
    private final List<Evaluator> parts;

    private CellSelector(List<Evaluator> parts) {
        this.parts = parts;
    }

    /** Returns a selector; empty if it selects a state, such as {@code :hover}, in which no page is read. */
    static Optional<CellSelector> of(String selector) {
        String simplified = selector.length() > MAX_LENGTH ? "*" : simplified(selector);
        List<Evaluator> parts = new ArrayList<>();
        for (String part : BETWEEN.split(simplified.strip())) {
            if (part.indexOf(':') >= 0) {
                return Optional.empty();
            }
            try {
                parts.add(QueryParser.parse(part));
            } catch (Selector.SelectorParseException unknown) {
                return Optional.empty();
            }
        }
        return Optional.of(new CellSelector(parts.subList(Math.max(0, parts.size() - MAX_PARTS), parts.size())));
    }

    /** Returns a selector of an element in others, without conditions on places and siblings. */
    private static String simplified(String selector) {
        String plain = PLACE.matcher(WORD.matcher(selector).replaceAll("[$1]")).replaceAll("");
        String ended = BETWEEN_AT_END.matcher(plain).find() ? plain + "*" : plain;
        return SIBLINGS.matcher(ended).replaceFirst("");
    }

    /**
     * Returns whether an element may be selected.
     *
     * @param comparisons counts the comparisons
     */
    boolean matches(Element element, IntConsumer comparisons) {
        int part = parts.size() - 1;
        int compared = 1;
        boolean selected = parts.get(part).matches(element, element);
        if (selected) {
            part--;
            for (Element around = element.parent(); part >= 0 && around != null; around = around.parent()) {
                compared++;
                part -= parts.get(part).matches(around, around) ? 1 : 0;
            }
        }
        comparisons.accept(compared);
        return selected && part < 0;
    }
}
