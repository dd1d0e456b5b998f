package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.transcription.place.Box;

/** The areas that were painted on a page, which may hide text below them, or text of the same colour above them. */
final class Backdrop {

    private static final int WHITE = 0xFFFFFF;

    /** The difference of two colours that a reader does not see, in each of red, green and blue. */
    private static final int UNSEEN = 24;

    /** The colour of a picture: any text is visible on it. */
    private static final int PICTURE = -1;

    private record Area(Box box, int color, int order) {}

    private final List<Area> areas = new ArrayList<>();
    private final PdfBudget budget;

    Backdrop(PdfBudget budget) {
        this.budget = budget;
    }

    void paint(Box box, int color, int order) {
        areas.add(new Area(box, color, order));
    }

    void picture(Box box, int order) {
        areas.add(new Area(box, PICTURE, order));
    }

    /** Returns whether text of a colour is seen on what was painted so far. */
    boolean shows(int color, Glyph glyph) {
        budget.steps(areas.size());
        for (int index = areas.size() - 1; index >= 0; index--) {
            if (areas.get(index).box().contains(glyph.middle(), glyph.center())) {
                return areas.get(index).color() == PICTURE
                        || differ(color, areas.get(index).color());
            }
        }
        return differ(color, WHITE);
    }

    /** Returns whether something was painted over a character after it was drawn. */
    boolean covers(Glyph glyph) {
        budget.steps(areas.size());
        return areas.stream()
                .anyMatch(area -> area.order() > glyph.order() && area.box().contains(glyph.middle(), glyph.center()));
    }

    static boolean isWhite(int color) {
        return !differ(color, WHITE);
    }

    private static boolean differ(int one, int other) {
        return Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF)) > UNSEEN
                || Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) > UNSEEN
                || Math.abs((one & 0xFF) - (other & 0xFF)) > UNSEEN;
    }
}
