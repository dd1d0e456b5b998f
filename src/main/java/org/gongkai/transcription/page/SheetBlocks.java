package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The contents of the sheets of a workbook, one after the other. */
public final class SheetBlocks {

    public static final int MAX_SHEETS = 64;

    private static final Pattern HEADING = Pattern.compile("^[一二三四五六]\\s*[、.．].*");

    private final List<Block> blocks = new ArrayList<>();

    /** The texts above the table of the first sheet. */
    private List<Block> opening = List.of();

    private int sheets;

    /**
     * Adds a sheet. The title of the report that later sheets repeat is left out. The name of a sheet is a heading if it
     * is numbered like one, and the sheet has no such heading itself.
     *
     * @throws UnreadableDocument if there are too many sheets
     */
    public void sheet(String name, List<Block> contents) throws UnreadableDocument {
        if (++sheets > MAX_SHEETS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_SHEETS.with(MAX_SHEETS));
        }
        if (blocks.isEmpty()) {
            opening = contents;
        }
        List<Block> own = blocks.isEmpty() ? contents : withoutOpening(contents);
        if (!own.isEmpty() && isHeading(name, own)) {
            blocks.add(Paragraph.of(name));
        }
        blocks.addAll(own);
    }

    private List<Block> withoutOpening(List<Block> contents) {
        int repeated = 0;
        while (repeated < Math.min(contents.size(), opening.size())
                && opening.get(repeated) instanceof Paragraph title
                && contents.get(repeated) instanceof Paragraph again
                && title.text().equals(again.text())) {
            repeated++;
        }
        return contents.subList(repeated, contents.size());
    }

    private static boolean isHeading(String name, List<Block> contents) {
        return HEADING.matcher(name).matches()
                && contents.stream()
                        .noneMatch(block -> block instanceof Paragraph paragraph
                                && paragraph.text().startsWith(name.substring(0, 1)));
    }

    public List<Block> blocks() {
        return blocks;
    }
}
