package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import org.gongkai.transcription.place.Box;

/** The things other than text in the area of a table: pictures, drawings, and text that was struck out or painted over. */
final class CellObjects {

    private static final float MOST = 0.5f;

    private final List<Box> objects;
    private final List<Box> removed;
    private final PdfBudget budget;

    CellObjects(PageContent page, Box table, PdfBudget budget) {
        this.objects = page.objects().stream()
                .filter(box -> box.intersection(table).area() > 0)
                .toList();
        this.removed = page.removed();
        this.budget = budget;
    }

    /**
     * Returns whether something other than text may be the content of a cell. A picture that covers many cells may fill a blank
     * one.
     *
     * @param blank true if the cell has no text
     */
    boolean fill(Box cell, boolean blank) {
        budget.steps((long) objects.size() + removed.size());
        return blank
                        && removed.stream()
                                .anyMatch(text -> cell.intersection(text).area() > MOST * text.area())
                || objects.stream().anyMatch(object -> isIn(cell, object, blank));
    }

    private static boolean isIn(Box cell, Box object, boolean blank) {
        float common = cell.intersection(object).area();
        return common > MOST * object.area() || blank && common > MOST * cell.area();
    }
}
