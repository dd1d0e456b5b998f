package org.gongkai.filing.review;

/**
 * The event that a report of an agency that has ended came into force, or went out of force. Reports of its successors
 * start from it.
 *
 * @param agency code of the agency that has ended
 * @param year the report year
 * @param revision number of the revision
 */
record PredecessorChanged(String agency, int year, int revision) {}
