package org.gongkai.form;

/** The relation of a figure to the other figures. */
public enum FigureRole {
    /** A row of its own, not a sum of other rows. */
    LEAF,
    /** A row that the form prints as the total of its siblings. */
    TOTAL,
    /** A group of rows. The form prints a heading for it, but no number. */
    GROUP
}
