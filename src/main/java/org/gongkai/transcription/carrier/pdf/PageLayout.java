package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The tables of a page, and the lines of text outside of them, from top to bottom.
 *
 * @param content the content of the page
 * @param tables its tables
 * @param lines its lines of text
 */
record PageLayout(PageContent content, List<TableArea> tables, List<TextLine> lines) {

    static PageLayout of(PageContent page, PdfBudget budget) {
        List<RuledTable> ruled = RuleNet.groups(page.rules(), budget).stream()
                .map(rules -> Lattice.of(rules, budget))
                .filter(Objects::nonNull)
                .map(lattice -> new RuledTable(lattice, page, budget))
                .toList();
        List<Glyph> outside = page.glyphs().stream()
                .filter(glyph -> ruled.stream().noneMatch(table -> table.takes(glyph)))
                .toList();
        return new PageLayout(
                page,
                ruled.stream()
                        .map(RuledTable::area)
                        .sorted(Comparator.comparingDouble(area -> area.box().top()))
                        .toList(),
                LineBuilder.lines(outside, budget).stream()
                        .filter(line -> !line.glyphs().isEmpty())
                        .map(line -> line.with(page.objects()))
                        .toList());
    }

    PageLayout withLines(List<TextLine> kept) {
        return new PageLayout(content, tables, kept);
    }

    /** Passes on its tables and lines in reading order. */
    void pass(DocumentFlow flow) {
        List<TableArea> left = new ArrayList<>(tables);
        for (TextLine line : lines) {
            while (!left.isEmpty() && left.get(0).box().top() < line.main().center()) {
                flow.table(left.remove(0));
            }
            flow.line(line, content);
        }
        left.forEach(flow::table);
    }
}
