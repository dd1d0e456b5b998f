package org.gongkai.filing.submission;

import org.gongkai.filing.store.Findings;
import org.gongkai.filing.store.Revision;

/**
 * What became of a submission.
 *
 * @param revision the revision that now has the content
 * @param remarks what the rules say about it
 * @param stored whether it was made by this submission; otherwise the content was that of the newest revision already
 */
public record Submitted(Revision revision, Findings remarks, boolean stored) {}
