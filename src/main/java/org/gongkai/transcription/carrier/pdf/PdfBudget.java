package org.gongkai.transcription.carrier.pdf;

import org.gongkai.transcription.place.DrawnPages;

/** The work that one file may cause. All limits are counts, so that the same file always has the same answer. */
final class PdfBudget {

    static final int MAX_PAGES = DrawnPages.MAX_PAGES;
    static final int MAX_OBJECTS = 200_000;
    static final int MAX_DEPTH = 20;
    static final int MAX_FORMS = 20_000;

    private static final int MAX_OPERATORS = 5_000_000;
    private static final int MAX_GLYPHS = 1_000_000;
    private static final int MAX_SHAPES = 200_000;
    private static final int MAX_SAVED_STATES = 2_000;
    private static final long MAX_STEPS = 2_000_000_000L;

    private int operators;
    private int glyphs;
    private int shapes;
    private int forms;
    private int depth;
    private long steps;

    void operator() {
        check(++operators <= MAX_OPERATORS);
    }

    void glyph() {
        check(++glyphs <= MAX_GLYPHS);
    }

    void shape() {
        check(++shapes <= MAX_SHAPES);
    }

    /** Counts comparisons of the content of a page with itself. */
    void steps(long count) {
        steps += count;
        check(steps <= MAX_STEPS);
    }

    /** Checks the number of states of drawing that a page keeps to return to. */
    void savedStates(int count) {
        check(count <= MAX_SAVED_STATES);
    }

    void enterForm() {
        if (++depth > MAX_DEPTH || ++forms > MAX_FORMS) {
            throw new PdfRefusal(PdfReasons.FORMS.with(MAX_DEPTH, MAX_FORMS));
        }
    }

    void leaveForm() {
        depth--;
    }

    private static void check(boolean within) {
        if (!within) {
            throw new PdfRefusal(PdfReasons.CONTENT);
        }
    }
}
