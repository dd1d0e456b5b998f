package org.gongkai.filing;

/**
 * What became of a submission.
 *
 * @param revision the revision that now has the content
 * @param stored whether it was made by this submission; otherwise the content was that of the newest revision already
 */
public record Submitted(Revision revision, boolean stored) {}
