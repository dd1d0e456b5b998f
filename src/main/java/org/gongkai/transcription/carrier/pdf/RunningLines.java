package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Leaves out page numbers, and the heads and feet that are printed on several pages. */
final class RunningLines {

    /** The part of the height of a page, at its top and at its bottom, in which such lines stand. */
    private static final float MARGIN = 0.12f;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–―·•~\\s]*\\d{1,3}[-—–―·•~\\s]*" + "|第?\\s*\\d{1,3}\\s*[页/]\\s*[,，]?\\s*(?:[共/]?\\s*\\d{1,3}\\s*页?)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** The heads and feet that were seen, with the pages on which they stand. */
    private final Map<String, Integer> seen = new HashMap<>();

    private RunningLines() {}

    static List<PageLayout> removed(List<PageLayout> pages) {
        RunningLines running = new RunningLines();
        return pages.stream().map(running::removed).toList();
    }

    /** Returns a page without its running lines. A head is kept where it is printed first: it may be the title. */
    private PageLayout removed(PageLayout page) {
        List<TextLine> kept = new ArrayList<>();
        for (TextLine line : page.lines()) {
            boolean atEdge = line == page.lines().get(0)
                    || line == page.lines().get(page.lines().size() - 1);
            if (!isInMargin(line, page) || !isRunning(line, atEdge)) {
                kept.add(line);
            }
        }
        return page.withLines(kept);
    }

    /** Returns whether a line is left out. A number that is not the first or last line of its page may belong to a table. */
    private boolean isRunning(TextLine line, boolean atEdge) {
        String text = line.text();
        if (atEdge && PAGE_NUMBER.matcher(text.strip()).matches()) {
            return true;
        }
        if (TextPart.hasOnlyNumbers(text.strip())) {
            // a row of a table whose label stands on other lines
            return false;
        }
        String key = DIGITS.matcher(text).replaceAll("0") + "@" + Math.round(line.baseline() / line.size());
        return seen.merge(key, 1, Integer::sum) > 1;
    }

    private static boolean isInMargin(TextLine line, PageLayout page) {
        float height = page.content().height();
        boolean outside = line.baseline() < MARGIN * height || line.baseline() > (1 - MARGIN) * height;
        return outside && page.tables().stream().noneMatch(table -> isBeside(line, table));
    }

    private static boolean isBeside(TextLine line, TableArea table) {
        return table.box().top() < line.baseline()
                && line.baseline() < table.box().bottom();
    }
}
