package org.gongkai.filing.review;

/**
 * The event of a decision on a revision.
 *
 * @param decision the decision
 * @param automatic whether the service accepted the revision automatically, without the oversight office
 */
record DecisionTaken(Decision decision, boolean automatic) {}
