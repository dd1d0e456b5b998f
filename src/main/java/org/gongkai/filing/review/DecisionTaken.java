package org.gongkai.filing.review;

/**
 * Something was decided on a revision.
 *
 * @param verdict what
 * @param byItself whether it came into force by itself, rather than by the oversight office
 */
record DecisionTaken(Decision verdict, boolean byItself) {}
