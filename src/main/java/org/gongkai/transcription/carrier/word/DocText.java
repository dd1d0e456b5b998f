package org.gongkai.transcription.carrier.word;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.gongkai.transcription.page.CellText;

/** Collects the text of a DOC file that a reader sees. */
final class DocText {

    private static final char PICTURE = 1;
    private static final char NOTE = 2;
    private static final char COMMENT = 5;
    private static final char CELL_END = 7;
    private static final char DRAWING = 8;
    private static final char TAB = '\t';
    private static final char LINE_BREAK = 11;
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_RESULT = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char HYPHEN = 0x1E;
    private static final String BOX = "FORMCHECKBOX";
    private static final String LIST = "FORMDROPDOWN";

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder code = new StringBuilder();

    /** The open fields, the inner ones first: true while the code is read, false in the result. */
    private final Deque<Boolean> inCode = new ArrayDeque<>();

    /** The number of fields whose code, which a reader does not see, is being read. */
    private int codes;

    private boolean pictured;
    private boolean marked;

    /**
     * Adds a paragraph.
     *
     * @param inCell true if raised text is the mark of a note
     */
    void add(Paragraph paragraph, boolean inCell) {
        for (int index = 0; index < paragraph.numCharacterRuns(); index++) {
            add(paragraph.getCharacterRun(index), inCell);
        }
        text.append('\n');
    }

    private void add(CharacterRun run, boolean inCell) {
        boolean unseen = run.isMarkedDeleted() || run.isVanished();
        boolean struck = run.isStrikeThrough() || run.isDoubleStrikeThrough();
        boolean raised = inCell && (run.getSubSuperScriptIndex() != 0 || run.getVerticalOffset() != 0);
        run.text().chars().forEach(character -> {
            if (!isField((char) character) && !unseen && codes == 0) {
                add((char) character, struck || raised);
            } else if (codes > 0) {
                code.append((char) character);
            }
        });
    }

    /** Follows the marks of fields, whose code stands before their result. A field without a result ends its code itself. */
    private boolean isField(char character) {
        switch (character) {
            case FIELD_BEGIN -> {
                inCode.push(true);
                codes++;
                code.setLength(0);
            }
            case FIELD_RESULT -> endCode(true);
            case FIELD_END -> endCode(false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void endCode(boolean hasResult) {
        pictured |= code.indexOf(BOX) >= 0 || code.indexOf(LIST) >= 0;
        codes -= Boolean.TRUE.equals(inCode.poll()) ? 1 : 0;
        if (hasResult) {
            inCode.push(false);
        }
        code.setLength(0);
    }

    private void add(char character, boolean removed) {
        switch (character) {
            case PICTURE, DRAWING -> pictured = true;
            case NOTE -> marked = true;
            case COMMENT, CELL_END -> {}
            case TAB -> text.append(' ');
            case LINE_BREAK -> text.append('\n');
            case HYPHEN -> text.append('-');
            default -> {
                if (removed) {
                    marked |= !Character.isWhitespace(character) && character >= ' ';
                } else if (character >= ' ' || character == '\n') {
                    text.append(character);
                }
            }
        }
    }

    /** Returns what was collected, and begins again. A cell with nothing but removed text is not blank. */
    CellText take() {
        CellText taken = CellText.of(text.toString()).with(pictured, marked);
        text.setLength(0);
        pictured = false;
        marked = false;
        return taken;
    }
}
