package org.gongkai.transcription.table;

import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Unit;
import org.gongkai.text.Text;

/**
 * A printed row of a table, from its label to its last number.
 *
 * @param ordinal the last ordinal in front of the label, without punctuation; empty if none is printed
 * @param label the label
 * @param place the place of the row on paper, for people
 * @param slots the places of its numbers, in print order
 */
public record PrintedRow(String ordinal, String label, Text place, List<Slot> slots) {

    /**
     * The place of a number in the row.
     *
     * @param cell the cell of the form
     * @param figure its figure
     * @param column the label of its column
     */
    public record Slot(Cell cell, Figure figure, String column) {

        /** Returns whether it is an amount of money and not a count. */
        public boolean amount() {
            return figure.unit() == Unit.TEN_THOUSAND_YUAN;
        }
    }

    /** Returns the pointers to its place in the report; several if the form separates the numbers of the row. */
    List<String> pointers() {
        List<String> parents = slots.stream()
                .map(slot -> parent(slot.cell().pointer()))
                .distinct()
                .toList();
        boolean one = slots.size() > 1 && parents.size() == 1;
        return one ? parents : slots.stream().map(slot -> slot.cell().pointer()).toList();
    }

    /** Returns the code of the figure of the row. */
    public String code() {
        return pointers().get(0).substring(1).replace('/', '.');
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
