package org.gongkai.form;

/** Whether a figure may be added up over years. */
public enum Measure {

    /** What happened during the year; may be summed over agencies and over years. */
    FLOW,

    /** What stands at the turn of the year; may be summed over agencies, never over years. */
    STOCK
}
