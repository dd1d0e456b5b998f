package org.gongkai.transcription.carrier.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.transcription.page.TextNormalizer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The lines of text that a reader sees in a cell of a page, without the marks of notes. */
final class VisibleText implements NodeFilter {

    private static final Set<String> REMOVED =
            Set.of("del", "s", "strike", "script", "style", "template", "noscript", "datalist");
    private static final Set<String> STRUCK = Set.of("del", "s", "strike");
    private static final Set<String> RAISED = Set.of("sup", "rt", "rp");

    /** Elements that show something that is no text, or whose text is not seen as it is written. */
    private static final Set<String> PICTURES = Set.of(
            "img",
            "input",
            "select",
            "textarea",
            "button",
            "svg",
            "canvas",
            "object",
            "embed",
            "iframe",
            "video",
            "audio",
            "meter",
            "progress",
            "math",
            "details",
            "dialog",
            "bdo");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean pictured;
    private boolean marked;

    private VisibleText() {}

    static VisibleText of(Element cell) {
        VisibleText text = new VisibleText();
        text.pictured = isPale(cell);
        cell.childNodes().forEach(child -> child.filter(text));
        text.finishLine();
        return text;
    }

    /** Returns whether a reader does not see an element, or sees its text struck out. */
    static boolean isRemoved(Element element) {
        return REMOVED.contains(element.normalName())
                || element.hasAttr("hidden")
                || InlineStyle.of(element).removes();
    }

    /** Returns whether a reader sees that something was here: it is struck out. */
    private static boolean isStruck(Element element) {
        return STRUCK.contains(element.normalName()) || InlineStyle.of(element).strikes();
    }

    /** Returns whether an element is raised text, as the mark of a note is. */
    static boolean isRaised(Element element) {
        return RAISED.contains(element.normalName()) || InlineStyle.of(element).isAligned("super");
    }

    static boolean isLowered(Element element) {
        return element.nameIs("sub") || InlineStyle.of(element).isAligned("sub");
    }

    /** Returns whether an element shows something that is no text, or its text may not be seen as it is written. */
    static boolean isPicture(Element element) {
        InlineStyle style = InlineStyle.of(element);
        return PICTURES.contains(element.normalName()) && !element.attr("type").equalsIgnoreCase("hidden")
                || style.hasPicture()
                || element.hasText() && (isPale(element) || style.isMoved());
    }

    private static boolean isPale(Element element) {
        return InlineStyle.of(element).isPale()
                || InlineStyle.isPale(
                        element.attr("color").toLowerCase(Locale.ROOT).strip());
    }

    List<String> lines() {
        return lines;
    }

    /** Returns whether the cell shows something that is no text. The mark of a note alone is such a thing. */
    boolean pictured() {
        return pictured || marked && lines.isEmpty();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        } else if (node instanceof Element element) {
            return head(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult head(Element element) {
        if (isRemoved(element)) {
            marked |= isStruck(element) && element.hasText();
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isRaised(element) || isLowered(element)) {
            marked |= element.hasText();
            return FilterResult.SKIP_ENTIRELY;
        }
        pictured |= isPicture(element);
        if (PICTURES.contains(element.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock() || element.nameIs("br")) {
            finishLine();
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            finishLine();
        }
        return FilterResult.CONTINUE;
    }

    private void finishLine() {
        String text = TextNormalizer.trimmed(line.toString().replaceAll("[ \\t\\n\\r\\f]+", " "));
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }
}
