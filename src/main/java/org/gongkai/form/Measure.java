package org.gongkai.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kind of a figure, which decides if it may be added up over years. */
@Schema(name = "FigureMeasure")
public enum Measure {

    /** A count of events during the year. May be summed over agencies and over years. */
    FLOW,

    /** A count at the beginning or end of the year. May be summed over agencies, never over years. */
    STOCK
}
