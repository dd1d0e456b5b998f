package org.gongkai.transcription.table;

import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Unit;
import org.gongkai.text.Text;

/**
 * A row of a table as it is printed, from its label to its last number.
 *
 * @param ordinal the last ordinal in front of the label, without punctuation; empty where none is printed
 * @param label the label
 * @param place where it stands on paper, for people
 * @param slots its numbers, in print order
 */
public record PrintedRow(String ordinal, String label, Text place, List<Slot> slots) {

    /**
     * A number of the row.
     *
     * @param cell the cell of the form
     * @param figure its figure
     * @param column the label of its column
     */
    public record Slot(Cell cell, Figure figure, String column) {

        /** Whether it is an amount of money rather than a count. */
        public boolean amount() {
            return figure.unit() == Unit.TEN_THOUSAND_YUAN;
        }
    }

    /** Where in the report it is written; several places where the form keeps numbers of one row apart. */
    List<String> pointers() {
        List<String> parents = slots.stream()
                .map(slot -> parent(slot.cell().pointer()))
                .distinct()
                .toList();
        boolean one = slots.size() > 1 && parents.size() == 1;
        return one ? parents : slots.stream().map(slot -> slot.cell().pointer()).toList();
    }

    /** The code of the figure that all of it belongs to. */
    public String code() {
        return pointers().get(0).substring(1).replace('/', '.');
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
