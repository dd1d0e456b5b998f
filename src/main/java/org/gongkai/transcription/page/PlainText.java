package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads plain text, such as the text of a page or a PDF file. Cells may be separated by {@code |} or tabs. If they are
 * not, the numbers are found later in the running text. Lines that begin with {@code #} are comments and are skipped.
 */
public final class PlainText {

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–]{1,3}\\s*(?:page\\s*)?\\d{1,4}\\s*[-—–]{1,3}|第\\s*\\d{1,4}\\s*页(?:[,，]?\\s*共\\s*\\d{1,4}\\s*页)?");
    private static final Pattern ONLY_BARS = Pattern.compile("[|\\s]*");
    private static final Pattern SPACED_BAR = Pattern.compile("\\|(?=\\s|\\||$)");

    private final List<Block> blocks = new ArrayList<>();

    /** The table whose rows are being read; {@code null} between tables. */
    private GridBuilder table;

    private PlainText() {}

    public static ParsedDocument read(String text) {
        PlainText reader = new PlainText();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(TextNormalizer::trimmed)
                .filter(line -> !ONLY_BARS.matcher(line).matches())
                .filter(line -> !PAGE_NUMBER.matcher(line).matches())
                .forEach(reader::line);
        reader.finishTable();
        return ParsedDocument.of(List.of(), reader.blocks);
    }

    private void line(String line) {
        if (line.indexOf('|') >= 0) {
            String inner = line.startsWith("|") ? line.substring(1) : line;
            row(line.contains("| ") ? SPACED_BAR.split(inner, -1) : inner.split("\\|", -1));
        } else if (line.indexOf('\t') >= 0) {
            row(line.split("\t", -1));
        } else {
            finishTable();
            blocks.add(Paragraph.of(line));
        }
    }

    private void row(String[] cells) {
        table = table == null ? new GridBuilder() : table;
        table.row();
        Arrays.stream(cells).forEach(table::cell);
    }

    private void finishTable() {
        if (table != null) {
            blocks.add(table.build(List.of()));
            table = null;
        }
    }
}
