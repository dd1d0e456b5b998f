package org.gongkai.filing.batch;

import java.io.Closeable;
import org.gongkai.filing.submission.SubmissionResult;

/** Counts the results of the items of a batch. */
interface BatchCount extends Closeable {

    /** Adds the result of an item, which becomes final at the end of its group. */
    void add(ReadItem item, SubmissionResult result);

    /**
     * Ends a group of items.
     *
     * @param stored whether what was accepted is stored
     */
    void endGroup(boolean stored);

    /** Ends the batch. */
    @Override
    void close();
}
