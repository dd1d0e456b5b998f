package org.gongkai.http.connection;

import java.io.IOException;

/** The bytes of an answer: in memory, or in a temporary file if there are many. */
public sealed interface AnswerBody permits AnswerBytes, AnswerFile {

    /** Returns the number of bytes. */
    long length();

    /** Returns some of the bytes, as a new array. */
    byte[] part(long position, int size) throws IOException;

    /** Returns whether the bytes are in memory. */
    default boolean isInMemory() {
        return this instanceof AnswerBytes;
    }
}
