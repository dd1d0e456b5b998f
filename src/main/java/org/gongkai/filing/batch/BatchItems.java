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
    private long elements;

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
     * @param number its number in the answer: of its line or, in an array, of its position, from 1
     * @param start the place of its first byte in the batch
     * @param json its bytes, cut off at the limit
     * @param tooLarge whether it exceeds the limit
     * @param unfinished whether the batch ended inside an array, so that the rest is unknown
     * @param trailing whether it stands after the end of the array
     */
    record Item(long number, Place start, byte[] json, boolean tooLarge, boolean unfinished, boolean trailing) {

        boolean isBlank() {
            return new String(json, StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    /**
     * A place in a batch.
     *
     * @param line number of the line, from 1
     * @param column number of the character in the line, from 1
     */
    record Place(long line, long column) {}

    /**
     * Returns the next item, or nothing at the end of the batch. A blank line is no item; a blank element of an array is
     * one, which is invalid.
     */
    Optional<Item> next() throws IOException {
        if (!started) {
            start();
        }
        while (!ended) {
            Item item = array ? element() : line();
            boolean isEmptyArray = array && ended && elements == 1 && item.isBlank();
            if (!isEmptyArray && (array || item.unfinished() || !item.isBlank())) {
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
        ItemBuffer buffer = new ItemBuffer(body.place().line());
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
        ItemBuffer buffer = new ItemBuffer(++elements);
        for (int octet = body.read(); octet != END; octet = body.read()) {
            buffer.add(octet);
        }
        array = false;
        return buffer.trailing();
    }

    private Item element() throws IOException {
        ItemBuffer buffer = new ItemBuffer(++elements);
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

        private final long number;
        private final Place start = body.place();
        private byte[] bytes = new byte[1 << 13];
        private int length;
        private boolean tooLarge;

        ItemBuffer(long number) {
            this.number = number;
        }

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
            return new Item(number, start, Arrays.copyOf(bytes, length), tooLarge, false, false);
        }

        Item unfinished() {
            return new Item(number, start, Arrays.copyOf(bytes, length), tooLarge, true, false);
        }

        Item trailing() {
            return new Item(number, start, Arrays.copyOf(bytes, length), tooLarge, false, true);
        }
    }

    /**
     * A stream that is read in blocks and returned byte by byte. Unlike the streams of the JDK, it takes no lock per
     * byte.
     */
    private static final class Block {

        /** The bits that mark a byte of UTF-8 as the continuation of a character. */
        private static final int CONTINUATION = 0x80;

        private static final int CONTINUATION_MASK = 0xC0;

        private final InputStream body;
        private final byte[] octets = new byte[1 << 16];
        private InputStream stream;
        private int position;
        private int end;
        private long line = 1;
        private long column = 1;

        Block(InputStream body) {
            this.body = body;
        }

        int read() throws IOException {
            if (position == end && !fill()) {
                return END;
            }
            int octet = octets[position++] & 0xFF;
            if (octet == '\n') {
                line++;
                column = 1;
            } else if ((octet & CONTINUATION_MASK) != CONTINUATION) {
                column++;
            }
            return octet;
        }

        /** Puts the last byte back, which is not the end of a line; possible once, and not at the end. */
        void unread() {
            position--;
            column--;
        }

        /** Returns the place of the next byte. */
        Place place() {
            return new Place(line, column);
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
