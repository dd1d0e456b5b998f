package org.gongkai.transcription.table;

/**
 * What there is to say about how a document was read. The first five are remarks, the next four want a person to look at them, and
 * after the last three a number is not in the report.
 */
public enum IssueKind {
    /** Nothing is printed there, or a dash or 无: read as 0, of a text as empty. */
    BLANK(Weight.REMARK),
    /** The number is printed with a note or a unit, which is left out. */
    ANNOTATED(Weight.REMARK),
    /** The amount is printed in yuan, and was converted to CNY 10,000. */
    CONVERTED(Weight.REMARK),
    /** Numbers were printed without a gap; only one way to separate them fits their count, or the sums of rows and columns. */
    SPLIT(Weight.REMARK),
    /** A text between the tables, for which the form has no place. */
    LEFT_OUT(Weight.REMARK),
    /** Something is not said in so many words, and was concluded from the rest. */
    GUESSED(Weight.DOUBT),
    /** A row is printed again with other numbers; the first was taken. */
    REPEATED(Weight.DOUBT),
    /** Numbers in a table that belong to no row of the form. */
    UNPLACED(Weight.DOUBT),
    /** The tables are those of another form than the year's. */
    OTHER_FORM(Weight.DOUBT),
    /** Numbers were printed without a gap, and can be separated in several ways, or in none that adds up. They are not in the report. */
    AMBIGUOUS(Weight.GAP),
    /** What is printed there is no number that the form could hold. It is not in the report. */
    UNREADABLE(Weight.GAP),
    /** The document has no such row, or does not say so. It is not in the report. */
    MISSING(Weight.GAP);

    private enum Weight {
        REMARK,
        DOUBT,
        GAP
    }

    private final Weight weight;

    IssueKind(Weight weight) {
        this.weight = weight;
    }

    /** Whether a person should compare what was read with the document before it is used. */
    public boolean needsReview() {
        return weight != Weight.REMARK;
    }

    /** Whether something is not in the report that the form asks for. */
    public boolean leavesGap() {
        return weight == Weight.GAP;
    }
}
