package org.gongkai.transcription.carrier.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Counts the characters of the tables "cmap" of a TrueType or OpenType font program, without reading the tables. */
final class GlyphTables {

    /** The characters that the space for the glyphs of a table, which even an empty table has, is counted as. */
    private static final long EMPTY_TABLE = 16_384;

    private static final int CMAP =
            ByteBuffer.wrap("cmap".getBytes(StandardCharsets.US_ASCII)).getInt();
    private static final int HEAD_BYTES = 12;
    private static final int RECORD_BYTES = 16;
    private static final int GROUP_BYTES = 12;
    private static final int HIGH_BYTES = 256;
    private static final int LAST = 65_535;

    private final ByteBuffer program;

    private GlyphTables(byte[] program) {
        this.program = ByteBuffer.wrap(program);
    }

    /** Returns the size of a font program. */
    static FontSize of(byte[] program) {
        return new FontSize(new GlyphTables(program).characters(), 0);
    }

    private long characters() {
        long sum = 0;
        for (int table = 0; table < number(4); table++) {
            long record = HEAD_BYTES + (long) RECORD_BYTES * table;
            sum += longNumber(record) == CMAP ? table(longNumber(record + 8)) : 0;
        }
        return sum;
    }

    private long table(long start) {
        long sum = 0;
        int parts = number(start + 2);
        for (int part = 0; part < parts && sum <= FontGuard.MAX_CHARACTERS; part++) {
            sum += EMPTY_TABLE + part(start + longNumber(start + 8 + 8L * part));
        }
        return sum;
    }

    private long part(long start) {
        return switch (number(start)) {
            case 2 -> highBytes(start + 6);
            case 4 -> segments(start + 6);
            case 8 -> groups(start + 12 + 8192);
            case 12, 13 -> groups(start + 12);
            default -> 0;
        };
    }

    private long highBytes(long start) {
        int last = 0;
        for (int high = 0; high < HIGH_BYTES; high++) {
            last = Math.max(last, number(start + 2L * high) / 8);
        }
        long sum = 0;
        for (int head = 0; head <= last; head++) {
            sum += number(start + 2 * HIGH_BYTES + 8L * head + 2);
        }
        return sum;
    }

    private long segments(long start) {
        int count = number(start) / 2;
        long sum = 0;
        for (int segment = 0; segment < count; segment++) {
            int last = number(start + 8 + 2L * segment);
            int first = number(start + 10 + 2L * count + 2L * segment);
            sum += last == LAST || first == LAST ? 1 : Math.max(1, last - first + 1);
        }
        return sum;
    }

    /** Counts groups up to the limit of a font, so that a table that is referred to many times costs no more. */
    private long groups(long start) {
        long count = longNumber(start);
        long sum = 0;
        for (long group = 0; group < count && sum <= FontGuard.MAX_CHARACTERS; group++) {
            long place = start + 4 + GROUP_BYTES * group;
            sum += Math.max(1, longNumber(place + 4) - longNumber(place) + 1);
        }
        return sum;
    }

    /** Returns a number of two bytes, or 0 after the end of the program. */
    private int number(long place) {
        return place + Short.BYTES <= program.capacity() ? Short.toUnsignedInt(program.getShort((int) place)) : 0;
    }

    /** Returns a number of four bytes, or 0 after the end of the program. */
    private long longNumber(long place) {
        return place + Integer.BYTES <= program.capacity() ? Integer.toUnsignedLong(program.getInt((int) place)) : 0;
    }
}
