package org.gongkai.form;

/** How a figure stands to the others. */
public enum FigureRole {
    /** Stands for itself. */
    LEAF,
    /** The form prints it as the total of its siblings. */
    TOTAL,
    /** An inner node: the form prints a heading for it but no number. */
    GROUP
}
