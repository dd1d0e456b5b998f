package org.gongkai.publication.pdf;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/**
 * Decides where a line may end: after a blank, beside a Chinese character, and between a hyphen or slash and a letter. No
 * line begins with a closing mark or ends with an opening one.
 */
final class LineBreaks implements SplitCharacter {

    private static final String NOT_AT_START = "，。、；：？！）》」』】〕〉”’…—～％‰℃·,.;:?!)]}%";

    private static final String NOT_AT_END = "（《「『【〔〈“‘([{￥";

    /** The first character of the scripts whose lines may end anywhere. */
    private static final char FIRST_CHINESE = 0x2E80;

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        if (text[current] <= ' ') {
            return true;
        }
        return current + 1 < end && isAllowed(text[current], text[current + 1]);
    }

    /** Checks that a line may end between two characters. */
    static boolean isAllowed(char last, char next) {
        return isBreak(last, next)
                && !Character.isHighSurrogate(last)
                && NOT_AT_START.indexOf(next) < 0
                && NOT_AT_END.indexOf(last) < 0;
    }

    private static boolean isBreak(char last, char next) {
        return last <= ' '
                || last >= FIRST_CHINESE
                || next >= FIRST_CHINESE
                || isCodeBeside(last, next)
                || (last == '-' || last == '/') && Character.isLetter(next);
    }

    /** Checks for the code of a character, which stands for a Chinese one. */
    private static boolean isCodeBeside(char last, char next) {
        return last == ']' || next == '[';
    }
}
