package org.gongkai.publication.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import java.util.List;
import java.util.Optional;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;

/** Writes the title, the note and the parts of a document. Lengths are in points. */
final class PdfBody {

    private static final float AFTER_TITLE = 28;
    private static final float BEFORE_HEADING = 8;
    private static final float HEADING = BEFORE_HEADING + TextStyle.HEADING.lineHeight();

    private static final int INDENTED_CHARACTERS = 2;

    /** The number of lines of a text that stay with its heading. */
    private static final int LINES_AFTER_HEADING = 2;

    private final PageFlow pages;

    PdfBody(PageFlow pages) {
        this.pages = pages;
    }

    void write(OfficialDocument document) {
        title(document);
        if (!document.note().isEmpty()) {
            line(document.note(), TextStyle.NOTE);
        }
        document.parts().forEach(this::part);
    }

    /** Writes the title in one line, or else in the two that it may be broken into. */
    private void title(OfficialDocument document) {
        boolean fits = Typesetter.width(document.title(), TextStyle.TITLE) <= pages.width();
        List<String> lines = fits ? List.of(document.title()) : document.titleLines();
        for (int index = 0; index < lines.size(); index++) {
            Paragraph title = Typesetter.paragraph(lines.get(index), TextStyle.TITLE);
            title.setAlignment(Element.ALIGN_CENTER);
            title.setSpacingAfter(index + 1 < lines.size() ? 0 : AFTER_TITLE);
            pages.add(title);
        }
    }

    /** Writes a part. Its heading stays on the page of the first lines, or of the table if that fits on one page. */
    private void part(Part part) {
        Optional<PdfTable> table = part.table().map(grid -> new PdfTable(grid, pages.width()));
        List<String> lines = part.lines();
        float following = lines.isEmpty()
                ? table.map(first -> first.keptHeight(pages.height() - HEADING)).orElse(0f)
                : Math.min(lines.size(), LINES_AFTER_HEADING) * TextStyle.TEXT.lineHeight();
        pages.startPageUnlessFits(HEADING + following);
        heading(part);
        lines.forEach(line -> line(line, TextStyle.TEXT));
        table.ifPresent(rows -> rows.addTo(pages));
    }

    /** Writes a heading, to which a bookmark leads. */
    private void heading(Part part) {
        Paragraph heading = Typesetter.paragraph(part.heading(), TextStyle.HEADING);
        heading.setSpacingBefore(BEFORE_HEADING);
        ((Chunk) heading.getChunks().get(0)).setLocalDestination(part.id());
        pages.add(heading);
        pages.bookmark(part.id(), part.heading());
    }

    private void line(String text, TextStyle style) {
        Paragraph line = Typesetter.paragraph(text, style);
        line.setFirstLineIndent(INDENTED_CHARACTERS * style.size());
        pages.add(line);
    }
}
