package org.gongkai.transcription.carrier.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** Counts the characters of the arrays W and W2 of a font, which state the widths and heights of its characters. */
final class CidWidths {

    private CidWidths() {}

    /** Returns the size of the array W: a character and an array of widths, or a first and a last one and a width. */
    static FontSize ofWidths(COSArray widths) {
        return new FontSize(characters(widths, 3), 0);
    }

    /** Returns the size of the array W2, whose ranges the library keeps as they are. */
    static FontSize ofHeights(COSArray heights) {
        return new FontSize(characters(heights, 5), heights == null ? 0 : heights.size());
    }

    /** Counts the characters of an array of arrays and ranges as the library does, which passes over other items. */
    private static long characters(COSArray array, int itemsOfRange) {
        long sum = 0;
        int index = 0;
        while (array != null && index < array.size() - 1) {
            COSBase first = array.getObject(index);
            COSBase last = array.getObject(index + 1);
            sum += first instanceof COSNumber from ? characters(from, last) : 0;
            index += first instanceof COSNumber ? (last instanceof COSArray ? 2 : itemsOfRange) : 1;
        }
        return sum;
    }

    private static long characters(COSNumber from, COSBase last) {
        if (last instanceof COSArray characters) {
            return characters.size();
        }
        return last instanceof COSNumber to ? Math.max(0, (long) to.intValue() - from.intValue() + 1) : 0;
    }
}
