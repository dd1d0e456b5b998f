package org.gongkai.form;

/**
 * A figure that can be added up over reports, for one type of applicant or for all.
 *
 * @param figure code of the figure
 * @param applicantType the type of applicant, or {@link #ALL_APPLICANTS}
 */
public record Series(String figure, String applicantType) {

    /** The SDMX code for a total: all types of applicant, also for a figure that is not broken down by them. */
    public static final String ALL_APPLICANTS = "_T";

    /** Returns the series of a figure. A printed total has the series of its group. */
    public static Series of(Figure figure, String applicantType) {
        return new Series(figure.role() == FigureRole.TOTAL ? groupOf(figure) : figure.code(), applicantType);
    }

    /** Returns the series of a cell: of its type of applicant, or of all for the total column and for other figures. */
    public static Series ofCell(Figure figure, Cell cell) {
        boolean ofOneType =
                cell.applicantType() != null && figure.applicantTypes().contains(cell.applicantType());
        return of(figure, ofOneType ? cell.applicantType() : ALL_APPLICANTS);
    }

    private static String groupOf(Figure total) {
        return total.code().substring(0, total.code().lastIndexOf('.'));
    }
}
