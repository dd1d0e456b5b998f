package org.gongkai.filing;

/**
 * Something was decided on a revision.
 *
 * @param verdict what
 * @param byItself whether it came into force by itself, rather than by the oversight office
 */
record DecisionTaken(Verdict verdict, boolean byItself) {}
