package org.gongkai.statistics;

import java.util.List;

/**
 * A figure that rows are wanted for.
 *
 * @param code its code
 * @param leaves codes of the leaves that add up to it
 * @param years the years asked for on whose form it is
 */
record AskedFigure(String code, List<String> leaves, List<Integer> years) {}
