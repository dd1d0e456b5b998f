package org.gongkai.publication.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import java.util.Locale;
import org.gongkai.text.Characters;
import org.gongkai.text.UnsafeCharacter;

/**
 * Sets texts in the embedded fonts. A character that no font has is printed as its code, such as {@code [U+20BB7]}, so
 * that no character is lost without a trace.
 */
final class Typesetter {

    private static final LineBreaks LINE_BREAKS = new LineBreaks();

    private static final String TAB = "    ";

    /** The number of characters after which a long run ends. */
    private static final int PIECE = 1_000;

    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private Typesetter() {}

    /** Returns a text as a paragraph. */
    static Paragraph paragraph(String text, TextStyle style) {
        Paragraph paragraph = new Paragraph(phrase(text, style));
        paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
        return paragraph;
    }

    /** Returns a text in runs of one font each. A text without characters is a blank, so that it takes a line. */
    static Phrase phrase(String text, TextStyle style) {
        Phrase phrase = new Phrase(style.lineHeight(), "", font(style.font(), style));
        StringBuilder run = new StringBuilder();
        EmbeddedFont font = style.font();
        for (int character : printable(text).codePoints().toArray()) {
            EmbeddedFont next = style.font().hasCharacter(character) ? style.font() : EmbeddedFont.SERIF;
            if (!run.isEmpty() && (next != font || isPiece(run, character))) {
                phrase.add(chunk(run.toString(), font, style));
                run.setLength(0);
            }
            font = next;
            run.appendCodePoint(character);
        }
        phrase.add(chunk(run.isEmpty() ? " " : run.toString(), font, style));
        return phrase;
    }

    /** Checks that a run is long, and that a line may end after it. The library copies the rest of a run for each line. */
    private static boolean isPiece(StringBuilder run, int next) {
        return run.length() >= PIECE && LineBreaks.isAllowed(run.charAt(run.length() - 1), Character.toChars(next)[0]);
    }

    /** Returns the width of a text in one line, in points. */
    static float width(String text, TextStyle style) {
        return style.font().font().getWidthPoint(printable(text), style.size());
    }

    private static Chunk chunk(String text, EmbeddedFont font, TextStyle style) {
        return new Chunk(text, font(font, style)).setSplitCharacter(LINE_BREAKS);
    }

    private static Font font(EmbeddedFont font, TextStyle style) {
        return new Font(font.font(), style.size());
    }

    /** Returns a text of characters that at least one font has. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        UnsafeCharacter.replaced(text).codePoints().forEach(character -> {
            if (character == '\t') {
                printable.append(TAB);
            } else if (Characters.isBlank(character) && character != IDEOGRAPHIC_SPACE) {
                printable.append(' ');
            } else if (EmbeddedFont.SERIF.hasCharacter(character)) {
                printable.appendCodePoint(character);
            } else if (!Characters.isInvisible(character)) {
                printable.append(String.format(Locale.ROOT, "[U+%04X]", character));
            }
        });
        return printable.toString();
    }
}
