package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.function.Function;
import org.gongkai.form.FormNode;

/**
 * Lays out the tables of a statutory form as they are printed. The layout is derived from the records that declare the
 * form.
 */
final class StatutoryTable {

    private StatutoryTable() {}

    /**
     * Returns a table with its numbers.
     *
     * @param table the section of the form that is the table
     * @param numbers returns the number of a cell
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
