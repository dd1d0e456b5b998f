package org.gongkai.filing.store;

import java.math.BigDecimal;

/**
 * A value of a revision as a row of table {@code figure_value}.
 *
 * @param series number of the series
 * @param year the report year
 * @param agency code of the agency
 * @param revision number of the revision
 * @param value the value; not zero
 */
record FigureValueRow(short series, short year, String agency, int revision, BigDecimal value) {}
