package org.gongkai.http.body;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A received body in blocks. A block is released as soon as it has been read: the body is in memory once, and not a second
 * time while it is copied.
 */
final class ReceivedParts extends InputStream {

    private static final int FIRST_BLOCK = 1 << 12;
    private static final int MAX_BLOCK = 1 << 16;

    private final Deque<byte[]> blocks = new ArrayDeque<>();

    /** The number of bytes that have been read of the first block. */
    private int read;

    /** The number of bytes that have been written to the last block. */
    private int written;

    private int left;

    /** Adds bytes that have arrived. */
    void add(byte[] part) {
        for (int from = 0; from < part.length; ) {
            byte[] last = blocks.peekLast();
            if (last == null || written == last.length) {
                last = new byte[last == null ? FIRST_BLOCK : Math.min(2 * last.length, MAX_BLOCK)];
                blocks.add(last);
                written = 0;
            }
            int count = Math.min(part.length - from, last.length - written);
            System.arraycopy(part, from, last, written, count);
            from += count;
            written += count;
        }
        left += part.length;
    }

    /** Releases everything that has not been read. */
    void clear() {
        blocks.clear();
        read = 0;
        left = 0;
    }

    /** Returns the number of bytes that have not been read. */
    @Override
    public int available() {
        return left;
    }

    @Override
    public int read() {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(next[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        byte[] block = blocks.element();
        int count = Math.min(Math.min(length, left), block.length - read);
        System.arraycopy(block, read, target, offset, count);
        read += count;
        left -= count;
        if (read == block.length || left == 0) {
            blocks.remove();
            read = 0;
        }
        return count;
    }
}
