package org.gongkai.transcription.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The place of a text in a document, as far as the type of the document has places. Rows and columns are counted as they
 * are seen: without hidden ones. A merged cell has the place of its first row and column.
 *
 * @param paragraph the number of the paragraph outside of tables, from 1; absent in tables
 * @param table the number of the table in the document, from 1; absent in running text
 * @param row the number of the row in the table, from 1
 * @param column the number of the column in the table, from 1; absent if the text stands in several columns
 * @param page the number of the page, from 1; only for PDF files
 * @param box the area of the words on the page, or of the cell if it is blank; only for PDF files
 * @param sheet the name of the sheet; only for workbooks
 * @param cell the address of the cell on the sheet, such as C7; only for workbooks and CSV
 */
@Schema(name = "DocumentPlace")
public record Place(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer paragraph,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer table,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer row,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer column,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer page,

        @JsonInclude(JsonInclude.Include.NON_NULL) Box box,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = Place.MAX_SHEET_NAME + 1)
        String sheet,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Place.CELL_PATTERN)
        String cell) {

    /** A place of which nothing is known. */
    public static final Place UNKNOWN = new Place(null, null, null, null, null, null, null, null);

    /** The number of characters of the name of a sheet, at most. */
    public static final int MAX_SHEET_NAME = 100;

    static final String CELL_PATTERN = "^[A-Z]{1,3}[1-9][0-9]*$";

    private static final int LETTERS = 26;

    /** Returns an area of a page. */
    public static Place onPage(int page, Box box) {
        return new Place(null, null, null, null, page, box.rounded(), null, null);
    }

    /**
     * Returns a cell of a sheet.
     *
     * @param sheet the name of the sheet; {@code null} if it has none
     * @param row the index of the row
     * @param column the index of the column
     */
    public static Place inSheet(String sheet, int row, int column) {
        return new Place(null, null, null, null, null, null, sheet, letters(column) + (row + 1));
    }

    /** Returns the letters of a column: A to Z, AA to AZ and so on. */
    private static String letters(int column) {
        String last = Character.toString('A' + column % LETTERS);
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    /** Returns the same place with its cell in a table of the document. All numbers begin with 1. */
    public Place inTable(int number, int rowNumber, int columnNumber) {
        return new Place(null, number, rowNumber, columnNumber, page, box, sheet, cell);
    }

    /** Returns the same place with the number of its paragraph, from 1. */
    public Place inParagraph(int number) {
        return new Place(number, null, null, null, page, box, sheet, cell);
    }

    /** Returns the place around several places: what they have in common, and the area on the page of the first one. */
    public static Place around(List<Place> places) {
        return places.stream().reduce(Place::with).orElse(UNKNOWN);
    }

    private Place with(Place other) {
        boolean isSameTable = Objects.equals(table, other.table);
        return new Place(
                common(other, Place::paragraph),
                common(other, Place::table),
                isSameTable ? common(other, Place::row) : null,
                isSameTable ? common(other, Place::column) : null,
                page,
                boxWith(other),
                common(other, Place::sheet),
                common(other, Place::cell));
    }

    private <T> T common(Place other, Function<Place, T> member) {
        T mine = member.apply(this);
        return Objects.equals(mine, member.apply(other)) ? mine : null;
    }

    private Box boxWith(Place other) {
        return box != null && other.box != null && Objects.equals(page, other.page) ? box.union(other.box) : box;
    }
}
