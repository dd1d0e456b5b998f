package org.gongkai.filing.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a batch into items as it is read: a JSON array at the commas between its elements, everything else at line
 * ends (NDJSON). It looks at quotes and brackets only, so an item that is not valid JSON does not affect the others as
 * long as these are balanced. It keeps at most the limit of an oversized item.
 */
final class BatchItems {

    private static final int END = -1;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Block body;
    private final long limit;
    private boolean started;
    private boolean array;
    private boolean ended;

    /**
     * Creates a reader at the start of a batch.
     *
     * @param limit maximum size of an item in bytes
     */
    BatchItems(InputStream body, long limit) {
        this.body = new Block(body);
        this.limit = limit;
    }

    /**
     * An item of a batch.
     *
     * @param json its bytes, cut off at the limit
     * @param tooLarge whether it exceeds the limit
     * @param unfinished whether the batch ended inside an array, so that the rest is unknown
     */
    record Item(byte[] json, boolean tooLarge, boolean unfinished) {

        boolean isBlank() {
            return new String(json, StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    /** Returns the next item, or nothing at the end of the batch. */
    Optional<Item> next() throws IOException {
        if (!started) {
            start();
        }
        while (!ended) {
            Item item = array ? element() : line();
            if (item.unfinished() || !item.isBlank()) {
                return Optional.of(item);
            }
        }
        return array ? Optional.of(rest()).filter(rest -> !rest.isBlank()) : Optional.empty();
    }

    private void start() throws IOException {
        started = true;
        int first = body.read();
        while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
            first = body.read();
        }
        array = first == '[';
        ended = first == END;
        if (!array && !ended) {
            body.unread();
        }
    }

    private Item line() throws IOException {
        ItemBuffer buffer = new ItemBuffer();
        int octet = body.read();
        while (octet != '\n' && octet != END) {
            buffer.add(octet);
            octet = body.read();
        }
        ended = octet == END;
        return buffer.item();
    }

    /** Returns the bytes after the end of an array as one more item, which is invalid. */
    private Item rest() throws IOException {
        ItemBuffer buffer = new ItemBuffer();
        for (int octet = body.read(); octet != END; octet = body.read()) {
            buffer.add(octet);
        }
        array = false;
        return buffer.item();
    }

    private Item element() throws IOException {
        ItemBuffer buffer = new ItemBuffer();
        int depth = 0;
        boolean quoted = false;
        for (int octet = body.read(); octet != END; octet = body.read()) {
            if (quoted) {
                buffer.add(octet);
                if (octet == '\\') {
                    buffer.add(body.read());
                }
                quoted = octet != '"';
                continue;
            }
            if (depth == 0 && (octet == ',' || octet == ']')) {
                ended = octet == ']';
                return buffer.item();
            }
            depth += octet == '{' || octet == '[' ? 1 : octet == '}' || octet == ']' ? -1 : 0;
            quoted = octet == '"';
            buffer.add(octet);
        }
        ended = true;
        array = false;
        return buffer.unfinished();
    }

    /** The bytes of an item, up to the limit. */
    private final class ItemBuffer {

        private byte[] bytes = new byte[1 << 13];
        private int length;
        private boolean tooLarge;

        void add(int octet) {
            if (length >= limit) {
                tooLarge = true;
            } else if (octet != END) {
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
                bytes[length++] = (byte) octet;
            }
        }

        Item item() {
            return new Item(Arrays.copyOf(bytes, length), tooLarge, false);
        }

        Item unfinished() {
            return new Item(Arrays.copyOf(bytes, length), tooLarge, true);
        }
    }

    /**
     * A stream that is read in blocks and returned byte by byte. Unlike the streams of the JDK, it takes no lock per
     * byte.
     */
    private static final class Block {

        private final InputStream body;
        private final byte[] octets = new byte[1 << 16];
        private InputStream stream;
        private int position;
        private int end;

        Block(InputStream body) {
            this.body = body;
        }

        int read() throws IOException {
            return position < end || fill() ? octets[position++] & 0xFF : END;
        }

        /** Puts the last byte back; possible once, and not at the end. */
        void unread() {
            position--;
        }

        private boolean fill() throws IOException {
            if (stream == null) {
                stream = withoutByteOrderMark();
            }
            int read = stream.read(octets);
            position = 0;
            end = Math.max(read, 0);
            return read > 0;
        }

        private InputStream withoutByteOrderMark() throws IOException {
            byte[] start = body.readNBytes(BYTE_ORDER_MARK.length);
            return Arrays.equals(start, BYTE_ORDER_MARK)
                    ? body
                    : new SequenceInputStream(new ByteArrayInputStream(start), body);
        }
    }
}
