package org.gongkai.filing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Cuts a batch into its items without reading it whole: a JSON array at the commas between its elements, anything else at the ends
 * of lines (NDJSON). It only looks at quotes and brackets, so an item that is no JSON spoils no other, as long as these are
 * balanced; and of an item over the limit it keeps no more than the limit.
 */
final class BatchItems {

    private static final int END = -1;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream body;
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
        this.body = new BufferedInputStream(body, 1 << 16);
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
        body.mark(BYTE_ORDER_MARK.length);
        for (int expected : BYTE_ORDER_MARK) {
            if (body.read() != expected) {
                body.reset();
                break;
            }
        }
        body.mark(1);
        int first = body.read();
        while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
            body.mark(1);
            first = body.read();
        }
        array = first == '[';
        if (!array) {
            body.reset();
        }
        ended = first == END;
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

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLarge;

        void add(int octet) {
            if (bytes.size() >= limit) {
                tooLarge = true;
            } else if (octet != END) {
                bytes.write(octet);
            }
        }

        Item item() {
            return new Item(bytes.toByteArray(), tooLarge, false);
        }

        Item unfinished() {
            return new Item(bytes.toByteArray(), tooLarge, true);
        }
    }
}
