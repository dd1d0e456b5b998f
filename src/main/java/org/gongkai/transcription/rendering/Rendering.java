package org.gongkai.transcription.rendering;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.UnsafeCharacter;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.NumberedBlock;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.place.DrawnPage;
import org.gongkai.transcription.place.DrawnPages;

/**
 * A document as it was read. It holds nothing but texts and their places: no pictures, scripts or references. The places of
 * sources and issues lead into it: by page and box for a document with pages, otherwise by table, row and column, or by
 * paragraph.
 *
 * @param pages the pages as they are seen; empty unless the document is a PDF file
 * @param blocks the paragraphs and tables from top to bottom; empty for a document with pages
 * @param complete false if the document has more than this: the rendering ends where it becomes too large
 */
public record Rendering(
        @Schema(maxItems = DrawnPages.MAX_PAGES) List<DrawnPage> pages,
        @Schema(maxItems = Rendering.MAX_ITEMS) List<RenderedBlock> blocks,
        boolean complete) {

    /** The number of paragraphs, rows and cells, at most. */
    public static final int MAX_ITEMS = DrawnPages.MAX_ITEMS;

    /** The number of characters, at most. */
    public static final int MAX_CHARACTERS = DrawnPages.MAX_CHARACTERS;

    /** Returns the rendering of a document. */
    public static Rendering of(ParsedDocument document) {
        DrawnPages drawn = document.pages().get();
        return drawn.equals(DrawnPages.NONE)
                ? ofBlocks(NumberedBlock.of(document.blocks()))
                : new Rendering(drawn.pages(), List.of(), drawn.complete());
    }

    private static Rendering ofBlocks(List<NumberedBlock> numbered) {
        List<RenderedBlock> blocks = new ArrayList<>();
        int items = 0;
        int characters = 0;
        for (NumberedBlock next : numbered) {
            RenderedBlock block = block(next);
            items += items(block);
            characters += characters(block);
            if (items > MAX_ITEMS || characters > MAX_CHARACTERS) {
                return new Rendering(List.of(), blocks, false);
            }
            blocks.add(block);
        }
        return new Rendering(List.of(), blocks, true);
    }

    private static RenderedBlock block(NumberedBlock numbered) {
        return numbered.block() instanceof Paragraph paragraph
                ? RenderedBlock.paragraph(numbered.number(), UnsafeCharacter.removed(paragraph.text()))
                : RenderedBlock.table(numbered.number(), RenderedTable.rows((Grid) numbered.block()));
    }

    private static int items(RenderedBlock block) {
        return block.rows() == null
                ? 1
                : block.rows().stream().mapToInt(row -> 1 + row.cells().size()).sum();
    }

    private static int characters(RenderedBlock block) {
        return block.rows() == null
                ? block.text().length()
                : block.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .mapToInt(cell -> cell.text().length())
                        .sum();
    }
}
