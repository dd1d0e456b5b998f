package org.gongkai.transcription.carrier.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.form.FormNode;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.Section;
import org.gongkai.transcription.page.Sections;
import org.gongkai.transcription.page.UnreadableDocument;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads pages that this service has published. Each section is marked with the name of its JSON member. Each line of a
 * text is one paragraph, so texts are read back unchanged.
 */
final class GongkaiPage {

    private static final String GENERATOR = "meta[name=generator][content=Gongkai]";

    private final Document page;
    private final List<Block> blocks = new ArrayList<>();

    private GongkaiPage(Document page) {
        this.page = page;
    }

    static boolean isGongkaiPage(Document page) {
        return page.selectFirst(GENERATOR) != null;
    }

    /**
     * Reads a page.
     *
     * @throws UnreadableDocument if it has too many lines, or too much text
     */
    static ParsedDocument read(Document page) throws UnreadableDocument {
        GongkaiPage reader = new GongkaiPage(page);
        int[] headings = Arrays.stream(Section.values())
                .map(Section::node)
                .mapToInt(reader::section)
                .toArray();
        ParsedDocument.check(reader.blocks);
        return new ParsedDocument(
                List.of(page.select("h1").text()),
                Sections.ofHeadings(Line.of(reader.blocks), headings),
                reader.blocks,
                ParsedDocument.NO_PAGES);
    }

    /** Adds the lines of a section. Returns the index of its heading, or -1 if the page has no such section. */
    private int section(FormNode section) {
        Element marked = page.selectFirst("section[id=" + section.name() + "]");
        if (marked == null) {
            return -1;
        }
        int heading = blocks.stream().mapToInt(Block::lines).sum();
        blocks.add(Paragraph.of(marked.select("> h2").text()));
        marked.select("> p").forEach(line -> blocks.add(Paragraph.of(line.wholeText())));
        marked.select("> table").forEach(table -> blocks.add(HtmlPage.grid(table, List.of(), StyleSheets.NONE)));
        return heading;
    }
}
