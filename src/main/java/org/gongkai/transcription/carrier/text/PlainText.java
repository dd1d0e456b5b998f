package org.gongkai.transcription.carrier.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.GridBuilder;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.page.UnreadableDocument;

/**
 * Reads plain text, such as the text of a page or a PDF file. Cells may be separated by {@code |} or tabs. If they are
 * not, the numbers are found later in the running text. The {@code #} before a heading of Markdown is no part of it.
 */
public final class PlainText {

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–]{1,3}\\s*(?:page\\s*)?\\d{1,4}\\s*[-—–]{1,3}|第\\s*\\d{1,4}\\s*页(?:[,，]?\\s*共\\s*\\d{1,4}\\s*页)?");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}(?=[\\s*\\p{IsHan}])\\s*");
    private static final Pattern MARKDOWN_BOLD = Pattern.compile("^\\*\\*([^*|]+)\\*\\*$");
    private static final Pattern ONLY_BARS = Pattern.compile("[|\\s]*");
    /** Matches a bar at either end of a line, if it does not end a blank cell. */
    private static final Pattern WITHOUT_FRAME = Pattern.compile("^\\||(?<=[^|\\s] )\\|$");

    private static final Pattern INNER_BAR = Pattern.compile("[^|\\s]\\s*\\|[|\\s]*[^|\\s]");

    /** If fewer lines with bars are rows of several cells, the lines are single cells. */
    private static final int MIN_LINES_A_ROW = 10;

    /** Matches a cell of the line between the heads and the rows of a table in Markdown. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s*:?-{2,}:?\\s*");

    private static final Pattern SPACED_BAR = Pattern.compile("\\|(?=\\s|\\||$)");

    private final List<Block> blocks = new ArrayList<>();

    /** The table whose rows are being read; {@code null} between tables. */
    private GridBuilder table;

    private PlainText() {}

    /**
     * Reads a text.
     *
     * @throws UnreadableDocument if it has too many lines
     */
    public static ParsedDocument read(String text) throws UnreadableDocument {
        ParsedDocument.checkLines((int) text.lines()
                .filter(line -> !line.isBlank())
                .limit(ParsedDocument.MAX_LINES + 1)
                .count());
        List<String> lines = text.lines()
                .map(PlainText::trimmed)
                .map(PlainText::withoutMarks)
                .filter(line -> !ONLY_BARS.matcher(line).matches())
                .filter(line -> !PAGE_NUMBER.matcher(line).matches())
                .toList();
        PlainText reader = new PlainText();
        boolean cells = hasOneCellInEachLine(lines);
        lines.stream()
                .filter(line -> !isSeparator(line))
                .map(line -> cells ? TextNormalizer.trimmed(line.replace('|', ' ')) : line)
                .forEach(reader::line);
        reader.finishTable();
        return ParsedDocument.of(List.of(), reader.blocks);
    }

    /** Returns a line without blanks at both ends. The tabs around a row of several cells stand for blank cells. */
    private static String trimmed(String line) {
        String trimmed = TextNormalizer.trimmed(line);
        return trimmed.indexOf('\t') < 0
                ? trimmed
                : "\t".repeat(leadingTabs(line)) + trimmed + "\t".repeat(trailingTabs(line));
    }

    private static int leadingTabs(String line) {
        int tabs = 0;
        for (int at = 0; at < line.length() && Character.isWhitespace(line.charAt(at)); at++) {
            tabs += line.charAt(at) == '\t' ? 1 : 0;
        }
        return tabs;
    }

    private static int trailingTabs(String line) {
        return leadingTabs(new StringBuilder(line).reverse().toString());
    }

    /** Returns whether bars only mark the ends of cells, each of which has a line of its own. */
    private static boolean hasOneCellInEachLine(List<String> lines) {
        List<String> barred =
                lines.stream().filter(line -> line.indexOf('|') >= 0).toList();
        long rows =
                barred.stream().filter(line -> INNER_BAR.matcher(line).find()).count();
        return rows * MIN_LINES_A_ROW < barred.size();
    }

    /** Returns whether a line stands between the heads and the rows of a table in Markdown. */
    private static boolean isSeparator(String line) {
        return line.indexOf('|') >= 0
                && line.contains("--")
                && Arrays.stream(line.split("\\|"))
                        .skip(line.startsWith("|") ? 1 : 0)
                        .allMatch(cell -> SEPARATOR.matcher(cell).matches());
    }

    /** Returns a line without the marks of a heading in Markdown. */
    private static String withoutMarks(String line) {
        String heading = MARKDOWN_HEADING.matcher(line).replaceFirst("");
        return MARKDOWN_BOLD.matcher(heading).replaceFirst("$1");
    }

    private void line(String line) {
        if (line.indexOf('|') >= 0) {
            String inner = WITHOUT_FRAME.matcher(line).replaceAll("");
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
