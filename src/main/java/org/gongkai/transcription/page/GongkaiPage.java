package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.FormNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads pages that this service has made. Their sections are marked by the names of their members in JSON, and their texts are kept to the
 * letter, whatever they look like: each line is a paragraph.
 */
final class GongkaiPage {

    private static final String GENERATOR = "meta[name=generator][content=Gongkai]";

    private final Document page;
    private final List<Line> lines = new ArrayList<>();

    private GongkaiPage(Document page) {
        this.page = page;
    }

    static boolean isGongkaiPage(Document page) {
        return page.selectFirst(GENERATOR) != null;
    }

    static ParsedDocument read(Document page) {
        GongkaiPage own = new GongkaiPage(page);
        int[] headings = Sections.ALL.stream().mapToInt(own::section).toArray();
        return new ParsedDocument(List.of(page.select("h1").text()), Sections.ofHeadings(own.lines, headings));
    }

    /** Where its heading is; -1 where the page does not have it. */
    private int section(FormNode section) {
        Element marked = page.selectFirst("section[id=" + section.name() + "]");
        if (marked == null) {
            return -1;
        }
        int heading = lines.size();
        lines.add(paragraph(marked.select("> h2").text()));
        marked.select("> p").forEach(line -> lines.add(paragraph(line.wholeText())));
        marked.select("> table").forEach(table -> lines.addAll(HtmlPage.rows(table, List.of())));
        return heading;
    }

    private static Line paragraph(String text) {
        return Line.paragraph(text, List.of());
    }
}
