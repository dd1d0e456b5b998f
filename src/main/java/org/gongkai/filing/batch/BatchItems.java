package org.gongkai.filing.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a batch into its items without reading it whole: a JSON array at the commas between its elements, anything else at the ends
 * of lines (NDJSON). It only looks at quotes and brackets, so an item that is no JSON spoils no other, as long as these are
 * balanced; and of an item over the limit it keeps no more than the limit.
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
     * Starts at the beginning of a batch.
     *
     * @param limit most bytes of one item
     */
    BatchItems(InputStream body, long limit) {
        this.body = new Block(body);
        this.limit = limit;
    }

    /**
     * One item.
     *
     * @param json its bytes, cut off at the limit
     * @param tooLarge whether it went over the limit
     * @param unfinished whether the batch ended in the middle of an array, so that nobody knows what was to follow
     */
    record Item(byte[] json, boolean tooLarge, boolean unfinished) {

        boolean isBlank() {
            return new String(json, StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    /** The next item; empty at the end of the batch. */
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
        Kept kept = new Kept();
        int octet = body.read();
        while (octet != '\n' && octet != END) {
            kept.add(octet);
            octet = body.read();
        }
        ended = octet == END;
        return kept.item();
    }

    /** What follows the end of an array belongs to no item, and is one that is wrong. */
    private Item rest() throws IOException {
        Kept kept = new Kept();
        for (int octet = body.read(); octet != END; octet = body.read()) {
            kept.add(octet);
        }
        array = false;
        return kept.item();
    }

    private Item element() throws IOException {
        Kept kept = new Kept();
        int depth = 0;
        boolean quoted = false;
        for (int octet = body.read(); octet != END; octet = body.read()) {
            if (quoted) {
                kept.add(octet);
                if (octet == '\\') {
                    kept.add(body.read());
                }
                quoted = octet != '"';
                continue;
            }
            if (depth == 0 && (octet == ',' || octet == ']')) {
                ended = octet == ']';
                return kept.item();
            }
            depth += octet == '{' || octet == '[' ? 1 : octet == '}' || octet == ']' ? -1 : 0;
            quoted = octet == '"';
            kept.add(octet);
        }
        ended = true;
        array = false;
        return kept.unfinished();
    }

    /** The bytes of an item, up to the limit. */
    private final class Kept {

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

    /** A stream read in blocks, byte by byte. Unlike those of the platform, it takes no lock for every byte. */
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

        /** What was read last is read again. Only once, and not after the end. */
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
