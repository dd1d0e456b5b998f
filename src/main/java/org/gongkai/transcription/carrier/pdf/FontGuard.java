package org.gongkai.transcription.carrier.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Checks the size of a font before the library makes it, as the library makes an entry for each character of a range.
 * A font that the library does not keep is counted each time it is made.
 */
final class FontGuard {

    /** The largest number of characters of a font. A Chinese font has some 65,000, in up to four tables. */
    static final int MAX_CHARACTERS = 1_000_000;

    /** The largest number of characters of all fonts of a file. */
    static final int MAX_TOTAL_CHARACTERS = 10_000_000;

    /** The bytes of a font program or of a table of characters that take as long to read as a character. */
    private static final int BYTES_OF_CHARACTER = 64;

    private static final List<COSName> PROGRAMS = List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3);

    private final Map<COSDictionary, Long> ranges = new IdentityHashMap<>();
    private final Map<PDResources, Set<COSDictionary>> direct = new IdentityHashMap<>();
    private long left = MAX_TOTAL_CHARACTERS;

    /** Checks the font that an operator makes, if it makes one. */
    void check(String operator, List<COSBase> operands, PDResources resources) throws IOException {
        if (resources == null || operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            return;
        }
        if (operator.equals("Tf")) {
            COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
            check(fonts == null ? null : fonts.getItem(name), resources);
        } else if (operator.equals("gs")) {
            checkState(resources.getCOSObject().getCOSDictionary(COSName.EXT_G_STATE), name);
        }
    }

    /** Returns the number of ranges that the library looks through for each character of a font. */
    long ranges(PDFont font) {
        return ranges.getOrDefault(font.getCOSObject(), 0L);
    }

    private void check(COSBase font, PDResources resources) throws IOException {
        COSBase value = font instanceof COSObject reference ? reference.getObject() : font;
        if (value instanceof COSDictionary dictionary && !isKept(font, dictionary, resources)) {
            count(dictionary);
        }
    }

    private boolean isKept(COSBase font, COSDictionary dictionary, PDResources resources) {
        if (font instanceof COSObject reference) {
            return resources.getResourceCache() != null
                    && resources.getResourceCache().getFont(reference) != null;
        }
        return !direct.computeIfAbsent(resources, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(dictionary);
    }

    private void checkState(COSDictionary states, COSName name) throws IOException {
        COSDictionary state = states == null ? null : states.getCOSDictionary(name);
        COSArray setting = state == null ? null : state.getCOSArray(COSName.FONT);
        if (setting != null && setting.size() > 0 && setting.getObject(0) instanceof COSDictionary font) {
            count(font);
        }
    }

    private void count(COSDictionary font) throws IOException {
        FontSize size = size(font);
        left -= size.characters();
        if (size.characters() > MAX_CHARACTERS || left < 0) {
            throw new PdfRefusal(PdfReasons.FONTS);
        }
        ranges.put(font, size.ranges());
    }

    private static FontSize size(COSDictionary font) throws IOException {
        FontSize size = map(font, COSName.TO_UNICODE)
                .plus(map(font, COSName.ENCODING))
                .plus(program(font.getCOSDictionary(COSName.FONT_DESC)));
        COSArray parts = font.getCOSArray(COSName.DESCENDANT_FONTS);
        return parts != null && parts.size() > 0 && parts.getObject(0) instanceof COSDictionary part
                ? size.plus(part(part))
                : size;
    }

    private static FontSize part(COSDictionary font) throws IOException {
        return CidWidths.ofWidths(font.getCOSArray(COSName.W))
                .plus(CidWidths.ofHeights(font.getCOSArray(COSName.W2)))
                .plus(new FontSize(bytes(font, COSName.CID_TO_GID_MAP).length / 2, 0))
                .plus(program(font.getCOSDictionary(COSName.FONT_DESC)));
    }

    private static FontSize map(COSDictionary font, COSName key) throws IOException {
        byte[] map = bytes(font, key);
        return CMapSize.of(map).plus(ofBytes(map));
    }

    private static FontSize program(COSDictionary descriptor) throws IOException {
        FontSize size = FontSize.NONE;
        for (COSName key : PROGRAMS) {
            byte[] program = descriptor == null ? new byte[0] : bytes(descriptor, key);
            size = size.plus(GlyphTables.of(program)).plus(ofBytes(program));
        }
        return size;
    }

    private static FontSize ofBytes(byte[] stream) {
        return new FontSize(stream.length / BYTES_OF_CHARACTER, 0);
    }

    private static byte[] bytes(COSDictionary dictionary, COSName key) throws IOException {
        COSStream stream = dictionary.getCOSStream(key);
        if (stream == null) {
            return new byte[0];
        }
        try (InputStream content = stream.createInputStream()) {
            return content.readAllBytes();
        }
    }
}
