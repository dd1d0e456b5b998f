package org.gongkai.filing;

/**
 * What became of a submission.
 *
 * @param revision the revision that now has the content
 * @param remarks what the rules say about it
 * @param stored whether it was made by this submission; otherwise the content was that of the newest revision already
 */
record Submitted(Revision revision, Remarks remarks, boolean stored) {}
