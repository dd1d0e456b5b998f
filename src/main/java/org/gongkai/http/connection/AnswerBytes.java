package org.gongkai.http.connection;

import java.util.Arrays;

/**
 * The bytes of an answer in memory.
 *
 * @param bytes the bytes
 */
public record AnswerBytes(byte[] bytes) implements AnswerBody {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public byte[] part(long position, int size) {
        int start = Math.toIntExact(position);
        return Arrays.copyOfRange(bytes, start, start + size);
    }
}
