package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.function.Function;
import org.gongkai.form.FormNode;

/** The tables of a statutory form, laid out as it prints them. All of the layout follows from the records that declare the form. */
final class StatutoryTable {

    private StatutoryTable() {}

    /**
     * A table with its numbers.
     *
     * @param table the section of the form that is the table
     * @param numbers what stands in a cell
     */
    static Grid of(FormNode table, Function<FormNode, BigDecimal> numbers) {
        if (hasRows(table)) {
            return MatrixLayout.of(table, numbers);
        }
        boolean inBlocks =
                table.children().stream().noneMatch(part -> part.print().over().isEmpty());
        return inBlocks ? BlockLayout.of(table, numbers) : ColumnLayout.of(table, numbers);
    }

    private static boolean hasRows(FormNode formNode) {
        return formNode.kind() == FormNode.Kind.ROW
                || formNode.children().stream().anyMatch(StatutoryTable::hasRows);
    }
}
