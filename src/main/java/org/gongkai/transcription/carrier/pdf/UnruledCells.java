package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.transcription.carrier.pdf.UnruledHeads.Head;
import org.gongkai.transcription.place.Box;
import org.gongkai.transcription.place.Place;

/** Puts the words of a part of a table without lines into cells. */
final class UnruledCells {

    private final UnruledTable table;
    private final int page;
    private final Box box;
    private final CellObjects objects;
    private final List<TableCell> cells = new ArrayList<>();
    private int row;

    UnruledCells(UnruledTable table, UnruledPart part, Box box, PdfBudget budget) {
        this.table = table;
        this.page = part.page().page();
        this.box = box;
        this.objects = new CellObjects(part.page(), box, budget);
    }

    void addHeads() {
        for (List<Head> level : table.heads().levels()) {
            level.forEach(head -> add(List.of(head.block()), area(head.first(), head.last(), box.top(), box.bottom())));
            row++;
        }
        addLabel(table.heads().label());
        List<TextBlock> columns = table.heads().columns();
        for (int column = 0; column < columns.size(); column++) {
            add(List.of(columns.get(column)), area(column, column, box.top(), box.bottom()));
        }
        row++;
    }

    /** Returns the table with the rows below its heads. */
    TableArea area(List<UnruledRow> rows) {
        for (int index = 0; index < rows.size(); index++) {
            float top = index == 0 ? rows.get(0).box().top() : between(rows, index);
            float bottom = index + 1 == rows.size() ? box.bottom() : between(rows, index + 1);
            add(rows.get(index), top, bottom);
        }
        return new TableArea(cells, row, box);
    }

    /** Returns the height between a row and the one before it. */
    private static float between(List<UnruledRow> rows, int row) {
        return (rows.get(row - 1).box().bottom() + rows.get(row).box().top()) / 2;
    }

    private void add(UnruledRow printed, float top, float bottom) {
        addLabel(printed.labels());
        for (int column = 0; column < table.columns().spans().size(); column++) {
            int own = column;
            Box area = area(column, column, top, bottom);
            List<TextPart> values = printed.values().stream()
                    .filter(value -> table.columns().of(value) == own)
                    .toList();
            boolean doubtful = values.stream().anyMatch(TextPart::doubtful) || objects.fill(area, values.isEmpty());
            add(values.stream().map(value -> new TextBlock(List.of(value))).toList(), area, doubtful);
        }
        row++;
    }

    private void addLabel(List<TextBlock> label) {
        if (table.labelled()) {
            add(label, new Box(box.left(), box.top(), table.borders()[0], box.bottom()));
        }
    }

    private Box area(int first, int last, float top, float bottom) {
        return new Box(table.borders()[first], top, table.borders()[last + 1], bottom);
    }

    private void add(List<TextBlock> text, Box area) {
        add(text, area, false);
    }

    private void add(List<TextBlock> text, Box area, boolean pictured) {
        Box written = text.stream().map(TextBlock::box).reduce(Box::union).orElse(area);
        String line = text.stream().map(TextBlock::text).collect(Collectors.joining());
        cells.add(new TableCell(
                row,
                row,
                area.left(),
                area.right(),
                line.isEmpty() ? List.of() : List.of(line),
                pictured,
                Place.onPage(page, written)));
    }
}
