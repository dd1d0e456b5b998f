package org.gongkai.transcription.carrier.html;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.transcription.page.TextNormalizer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The lines of text that a reader sees in a cell of a page, without the marks of notes. */
final class VisibleText implements NodeFilter {

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean pictured;
    private boolean marked;

    private VisibleText() {}

    static VisibleText of(Element cell) {
        VisibleText text = new VisibleText();
        text.pictured = ElementLook.of(cell).isPale();
        cell.childNodes().forEach(child -> child.filter(text));
        text.finishLine();
        return text;
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
        ElementLook look = ElementLook.of(element);
        if (look.isRemoved()) {
            marked |= look.isStruck() && element.hasText();
            return FilterResult.SKIP_ENTIRELY;
        }
        if (look.isRaised() || look.isLowered()) {
            marked |= element.hasText();
            return FilterResult.SKIP_ENTIRELY;
        }
        pictured |= look.isPicture();
        if (look.hasNoText()) {
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
