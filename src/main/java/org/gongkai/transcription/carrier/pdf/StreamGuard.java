package org.gongkai.transcription.carrier.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Checks the unpacked size of the streams of a file before the library opens it, as the library unpacks a stream as a
 * whole. Each stream is unpacked from its beginning to its own end, whatever length it states.
 */
final class StreamGuard {

    static final int MAX_STREAM_BYTES = 32 * 1024 * 1024;
    static final int MAX_TOTAL_BYTES = 96 * 1024 * 1024;

    /** The largest stream that holds objects. An object needs many times its size in memory. */
    static final int MAX_OBJECT_BYTES = 8 * 1024 * 1024;

    private static final int MAX_DICTIONARY = 4_096;

    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt(?![A-Za-z])");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n?");
    private static final Pattern FILTERS =
            Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]?|/[^\\s/<>\\[\\]]+|\\d+\\s+\\d+\\s+R)");
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9]+)");
    private static final Pattern OBJECTS = Pattern.compile("/ObjStm|/XRef|/First\\b");

    private static final Map<String, COSName> PACKED = Map.ofEntries(
            Map.entry("FlateDecode", COSName.FLATE_DECODE),
            Map.entry("Fl", COSName.FLATE_DECODE),
            Map.entry("LZWDecode", COSName.LZW_DECODE),
            Map.entry("LZW", COSName.LZW_DECODE),
            Map.entry("RunLengthDecode", COSName.RUN_LENGTH_DECODE),
            Map.entry("RL", COSName.RUN_LENGTH_DECODE),
            Map.entry("ASCII85Decode", COSName.ASCII85_DECODE),
            Map.entry("A85", COSName.ASCII85_DECODE),
            Map.entry("ASCIIHexDecode", COSName.ASCII_HEX_DECODE),
            Map.entry("AHx", COSName.ASCII_HEX_DECODE));

    private final byte[] file;
    private int left = MAX_TOTAL_BYTES;

    private StreamGuard(byte[] file) {
        this.file = file;
    }

    /** Checks a file. */
    static void check(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (ENCRYPT.matcher(text).find() || ENCRYPT.matcher(unescaped(text)).find()) {
            throw new PdfRefusal(PdfReasons.ENCRYPTED);
        }
        StreamGuard guard = new StreamGuard(file);
        int last = 0;
        for (Matcher stream = STREAM.matcher(text); stream.find(); last = stream.end()) {
            guard.stream(
                    unescaped(text.substring(Math.max(last, stream.start() - MAX_DICTIONARY), stream.start())),
                    stream.end());
        }
    }

    private static String unescaped(String text) {
        return text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(code -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }

    private void stream(String before, int start) {
        String dictionary = before.substring(Math.max(0, before.lastIndexOf("obj")));
        List<COSName> filters = filters(dictionary);
        int max = Math.min(left, OBJECTS.matcher(dictionary).find() ? MAX_OBJECT_BYTES : MAX_STREAM_BYTES);
        InputStream content = new ByteArrayInputStream(file, start, file.length - start);
        for (int index = 0; index < filters.size(); index++) {
            byte[] unpacked = unpacked(content, filters.get(index), max, index < filters.size() - 1);
            content = new ByteArrayInputStream(unpacked);
        }
    }

    /** Returns the filters that unpack a stream, up to the first one that only a picture has. */
    private static List<COSName> filters(String dictionary) {
        List<COSName> filters = new ArrayList<>();
        Matcher found = FILTERS.matcher(dictionary);
        while (found.find()) {
            if (found.group(1).endsWith("R") && Character.isDigit(found.group(1).charAt(0))) {
                throw new PdfRefusal(PdfReasons.DAMAGED);
            }
            for (Matcher name = NAME.matcher(found.group(1)); name.find(); ) {
                if (PACKED.containsKey(name.group(1))) {
                    filters.add(PACKED.get(name.group(1)));
                }
            }
        }
        return filters;
    }

    /** Unpacks a stream. A damaged one is unpacked up to the damage, as the library does. */
    private byte[] unpacked(InputStream content, COSName filter, int max, boolean kept) {
        Counted counted = new Counted(max, kept);
        try {
            if (filter.equals(COSName.FLATE_DECODE)) {
                inflate(content, counted);
            } else {
                FilterFactory.INSTANCE.getFilter(filter).decode(content, counted, new COSDictionary(), 0);
            }
        } catch (IOException damaged) {
            return counted.bytes.toByteArray();
        } finally {
            left -= counted.size;
        }
        return counted.bytes.toByteArray();
    }

    /** Inflates as the library does: it skips the header and does not compare the checksum. */
    private static void inflate(InputStream content, OutputStream out) throws IOException {
        content.skipNBytes(2);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream inflated = new InflaterInputStream(content, inflater)) {
            inflated.transferTo(out);
        } finally {
            inflater.end();
        }
    }

    /** Counts bytes, and keeps them if a further filter unpacks them. */
    private static final class Counted extends OutputStream {

        private final int max;
        private final boolean kept;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int size;

        Counted(int max, boolean kept) {
            this.max = max;
            this.kept = kept;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] block, int offset, int length) {
            size += length;
            if (size > max) {
                throw new PdfRefusal(PdfReasons.UNPACKED.with(max));
            }
            if (kept) {
                bytes.write(block, offset, length);
            }
        }
    }
}
