package org.gongkai.form;

/**
 * What can be added up over reports: a figure, for one type of applicant or for all.
 *
 * @param figure code of the figure
 * @param applicantType the type of applicant, or {@link #ALL_APPLICANTS}
 */
public record Series(String figure, String applicantType) {

    /** The SDMX code for a total: all types of applicant together, also where a figure is not broken down by them. */
    public static final String ALL_APPLICANTS = "_T";

    /** The series of a figure. A total is that of the group it is printed for. */
    public static Series of(Figure figure, String applicantType) {
        return new Series(figure.role() == FigureRole.TOTAL ? groupOf(figure) : figure.code(), applicantType);
    }

    private static String groupOf(Figure total) {
        return total.code().substring(0, total.code().lastIndexOf('.'));
    }
}
