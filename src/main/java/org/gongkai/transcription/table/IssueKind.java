package org.gongkai.transcription.table;

/**
 * The kind of an issue of the extraction. The first seven are remarks. The next four need a review by a person. With the
 * last five, the report cannot be submitted as it is: a number is missing from it, or it may be the wrong report.
 */
public enum IssueKind {
    /** Nothing is printed: the document does not state a number. It is read as 0, or as an empty text. */
    BLANK(Weight.REMARK),
    /** A dash, a slash or 无 is printed: none. It is read as 0. */
    NONE(Weight.REMARK),
    /** 不适用 is printed: the row does not apply to the agency. It is read as 0. */
    NOT_APPLICABLE(Weight.REMARK),
    /** The number is printed with a note or a unit, which is left out. */
    ANNOTATED(Weight.REMARK),
    /** The amount is printed in yuan, and was converted to CNY 10,000. */
    CONVERTED(Weight.REMARK),
    /**
     * Numbers were printed without a gap. Only one way to separate them fits their count, or the sums of rows and
     * columns.
     */
    SPLIT(Weight.REMARK),
    /** A text between the tables, for which the form has no place. */
    LEFT_OUT(Weight.REMARK),
    /** A value is not stated explicitly and was concluded from other parts of the document. */
    GUESSED(Weight.DOUBT),
    /** A row is printed again with other numbers. The first one was used. */
    REPEATED(Weight.DOUBT),
    /** The numbers in a row of the document that belong to no row of the form. */
    UNPLACED(Weight.DOUBT),
    /** The tables belong to another form than that of the report year. */
    OTHER_FORM(Weight.DOUBT),
    /**
     * Numbers were printed without a gap. Several ways to separate them are possible, or none adds up. They are not in
     * the report.
     */
    AMBIGUOUS(Weight.GAP),
    /** The printed text is not a number that the form allows. It is not in the report. */
    UNREADABLE(Weight.GAP),
    /** The row or the information was not found in the document. It is not in the report. */
    MISSING(Weight.GAP),
    /** The document names several agencies or years as those of the report. A person decides which of them is right. */
    COMPETING(Weight.GAP),
    /** The document contains another report. Only one of them was read. */
    ANOTHER_REPORT(Weight.GAP);

    private enum Weight {
        REMARK,
        DOUBT,
        GAP
    }

    private final Weight weight;

    IssueKind(Weight weight) {
        this.weight = weight;
    }

    /** Returns whether no number is printed, for whatever reason. */
    boolean isWithoutNumber() {
        return this == BLANK || this == NONE || this == NOT_APPLICABLE;
    }

    /** Returns how sure a number with such an issue is. */
    Confidence confidence() {
        return switch (this) {
            case SPLIT -> Confidence.INFERRED;
            case GUESSED, REPEATED -> Confidence.GUESSED;
            default -> Confidence.READ;
        };
    }

    /** Returns whether a person should compare the report with the document before it is used. */
    public boolean needsReview() {
        return weight != Weight.REMARK;
    }

    /** Returns whether something that the form requires is missing from the report. */
    public boolean leavesGap() {
        return weight == Weight.GAP;
    }
}
