package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Place;

/**
 * The text of a document across its pages: tables continue on the next page, and paragraphs on the next line. A line
 * begins a paragraph if it is indented, or if the line before it ends before the margin.
 */
final class DocumentFlow {

    private static final float INDENT = 1.2f;
    private static final float SHORT = 1.6f;
    private static final float LEADING = 2.6f;
    private static final float SAME_SIZE = 0.6f;

    /** The left and the right margin of text. */
    private record Margins(float left, float right) {

        Margins with(TextLine line) {
            return new Margins(Math.min(left, line.left()), Math.max(right, line.right()));
        }
    }

    private static final Margins NONE = new Margins(Float.MAX_VALUE, 0);

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Integer, Margins> margins = new HashMap<>();
    private final StringBuilder paragraph = new StringBuilder();

    /** The places of the lines of the paragraph. */
    private final List<Place> places = new ArrayList<>();

    private TableArea table;
    private TextLine last;
    private int lastPage;

    private DocumentFlow(List<PageLayout> pages) {
        pages.forEach(page -> page.lines()
                .forEach(line ->
                        margins.merge(width(page.content()), NONE.with(line), (before, one) -> before.with(line))));
    }

    /** Returns the paragraphs and tables of pages. */
    static List<Block> blocks(List<PageLayout> pages) {
        DocumentFlow flow = new DocumentFlow(pages);
        pages.forEach(page -> page.pass(flow));
        flow.finishParagraph();
        flow.finishTable();
        return flow.blocks;
    }

    private static int width(PageContent page) {
        return Math.round(page.width());
    }

    void table(TableArea next) {
        finishParagraph();
        if (table != null && table.continuesIn(next) && isOnNextPage(next)) {
            table = table.joined(next);
        } else {
            finishTable();
            table = next;
        }
    }

    /** Returns whether a table without text before it stands on a later page than the last one. */
    private boolean isOnNextPage(TableArea next) {
        return next.box().top() < table.box().bottom();
    }

    void line(TextLine line, PageContent page) {
        finishTable();
        if (last != null && !continues(line, page)) {
            finishParagraph();
        }
        add(line.text());
        places.add(Place.onPage(page.page(), line.box()));
        last = line;
        lastPage = page.page();
    }

    private boolean continues(TextLine line, PageContent page) {
        Margins text = margins.get(width(page));
        boolean close = page.page() != lastPage || line.baseline() - last.baseline() < LEADING * line.size();
        return close
                && !line.hasColumns()
                && !last.hasColumns()
                && Math.abs(line.size() - last.size()) < SAME_SIZE
                && line.left() < text.left() + INDENT * line.size()
                && last.right() > text.right() - SHORT * line.size();
    }

    /** Adds a line to the paragraph. Words in Latin letters are separated by a blank, Chinese characters are not. */
    private void add(String line) {
        boolean words =
                !paragraph.isEmpty() && isLatin(paragraph.charAt(paragraph.length() - 1)) && isLatin(line.charAt(0));
        paragraph.append(words ? " " : "").append(line);
    }

    private static boolean isLatin(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    private void finishParagraph() {
        String text = TextNormalizer.trimmed(paragraph.toString());
        if (!text.isEmpty()) {
            blocks.add(Paragraph.of(text, Place.around(places)));
        }
        paragraph.setLength(0);
        places.clear();
        last = null;
    }

    private void finishTable() {
        if (table != null) {
            blocks.add(table.grid());
            table = null;
        }
    }
}
