package org.gongkai.transcription.page;

import java.util.List;

/** A part of a document in reading order: a paragraph or a table. */
public sealed interface Block permits Paragraph, Grid {

    /** Returns the position in the tree of the document, from the outside in; empty if the document is no tree. */
    List<Integer> path();

    /** Returns the number of characters in it. */
    int length();

    /** Returns the number of its lines: one, or the rows of a table. */
    int lines();
}
