package org.gongkai.form;

/** The kind of a figure, which decides if it may be added up over years. */
public enum Measure {

    /** A count of events during the year. May be summed over agencies and over years. */
    FLOW,

    /** A count at the beginning or end of the year. May be summed over agencies, never over years. */
    STOCK
}
