package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.form.FormNode;

/**
 * The six sections of a document, found by their headings. Printed headings often differ from those of the form, so the
 * lines that are most like them and stand in the same order are chosen.
 */
public final class Sections {

    private static final Section[] ALL = Section.values();

    private static final int MAX_HEADING_LENGTH = 45;
    private static final int MIN_LIKENESS_NUMBERED = 500;
    private static final int MIN_LIKENESS_UNNUMBERED = 800;
    private static final Pattern ORDINAL = Pattern.compile("^([一二三四五六])\\s*[、.．,，]\\s*");
    private static final Pattern CONTENTS = Pattern.compile("目\\s*录");

    /** Matches the exact headings of the form anywhere in a line, for text that has lost its line breaks. */
    private static final Pattern INLINE = Pattern.compile(Arrays.stream(ALL)
            .map(Section::node)
            .map(section -> (section.ordinal() + section.label().zh())
                    .chars()
                    .mapToObj(character -> Pattern.quote(Character.toString(character)))
                    .collect(Collectors.joining("\\s*")))
            .collect(Collectors.joining("|")));

    private final List<Line> lines;

    /** The index of the line of the heading of each section, or -1. */
    private final int[] headings;

    /** True if blank lines are part of a text. */
    private final boolean keepsBlankLines;

    private Sections(List<Line> lines, int[] headings, boolean keepsBlankLines) {
        this.lines = lines;
        this.headings = headings;
        this.keepsBlankLines = keepsBlankLines;
    }

    /**
     * Returns the sections of a document that marks its headings.
     *
     * @param headings the index of the line of the heading of each section, or -1
     */
    static Sections ofHeadings(List<Line> lines, int[] headings) {
        return new Sections(lines, headings, true);
    }

    static Sections of(List<Line> document) {
        List<Line> lines = document.stream()
                .flatMap(line -> splitAtHeadings(line).stream())
                .toList();
        int from = afterContents(lines);
        List<Integer> candidates = IntStream.range(from, lines.size())
                .filter(index -> isShort(lines.get(index)))
                .filter(index ->
                        IntStream.range(0, ALL.length).anyMatch(section -> likeness(section, lines.get(index)) > 0))
                .limit(1_000)
                .boxed()
                .toList();
        int[] headings = Alignment.of(
                        ALL.length,
                        candidates.size(),
                        (section, candidate) -> likeness(section, lines.get(candidates.get(candidate))))
                .printed;
        return new Sections(
                lines,
                Arrays.stream(headings)
                        .map(candidate -> candidate < 0 ? -1 : candidates.get(candidate))
                        .toArray(),
                false);
    }

    /** Returns the lines before the first heading. */
    public List<Line> preamble() {
        int first = Arrays.stream(headings).filter(index -> index >= 0).min().orElse(lines.size());
        return lines.subList(0, first);
    }

    /** Returns the lines from the first heading on. */
    public List<Line> body() {
        return lines.subList(preamble().size(), lines.size());
    }

    /** Returns whether the heading of the section was found. */
    public boolean has(Section section) {
        return headings[section.ordinal()] >= 0;
    }

    /** Returns the heading as printed. */
    public String heading(Section section) {
        return lines.get(headings[section.ordinal()]).text();
    }

    /** Returns the text of a section; empty if its heading was not found. */
    public String text(Section section) {
        return has(section)
                ? lines(section).stream()
                        .map(Line::text)
                        .filter(line -> keepsBlankLines || !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** Returns the lines of a section; the whole document if its heading was not found. */
    public List<Line> lines(Section section) {
        if (!has(section)) {
            return lines;
        }
        int end = IntStream.range(section.ordinal() + 1, ALL.length)
                .map(later -> headings[later])
                .filter(index -> index >= 0)
                .findFirst()
                .orElseGet(this::end);
        return lines.subList(headings[section.ordinal()] + 1, end);
    }

    /** Returns the end of the last section: the end of the smallest element of the page that contains all headings. */
    private int end() {
        List<List<Integer>> paths = Arrays.stream(headings)
                .filter(index -> index >= 0)
                .mapToObj(index -> lines.get(index).path())
                .toList();
        List<Integer> around = paths.size() < 2
                ? List.of()
                : paths.stream().reduce(Sections::commonPrefix).orElseThrow();
        int last = Arrays.stream(headings).max().orElseThrow();
        return IntStream.range(last, lines.size())
                .filter(index -> !commonPrefix(around, lines.get(index).path()).equals(around))
                .findFirst()
                .orElse(lines.size());
    }

    private static List<Integer> commonPrefix(List<Integer> one, List<Integer> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return one.subList(0, length);
    }

    /**
     * Skips a table of contents. It lists the same headings, so the text begins at the second occurrence of the first
     * one.
     */
    private static int afterContents(List<Line> lines) {
        List<Integer> firsts = IntStream.range(0, lines.size())
                .filter(index -> isShort(lines.get(index)) && likeness(0, lines.get(index)) > 0)
                .limit(3)
                .boxed()
                .toList();
        boolean listed = firsts.size() > 1
                && lines.subList(0, firsts.get(0)).stream()
                        .anyMatch(line -> CONTENTS.matcher(TextNormalizer.unified(line.text()))
                                .matches());
        return listed ? firsts.get(1) : 0;
    }

    /**
     * Returns the likeness of a line and the heading of a section, in thousandths; 0 if it is no such heading. The
     * ordinal may be missing, as word processors generate it and do not store it in the text.
     */
    private static int likeness(int section, Line line) {
        String text = TextNormalizer.unified(line.text());
        Matcher ordinal = ORDINAL.matcher(text);
        FormNode wanted = ALL[section].node();
        boolean numbered = ordinal.find();
        if (numbered && !wanted.ordinal().startsWith(ordinal.group(1))) {
            return 0;
        }
        String label = TextNormalizer.comparable(wanted.label().zh());
        String printed = TextNormalizer.comparable(numbered ? text.substring(ordinal.end()) : text);
        int likeness = printed.startsWith(label) && numbered ? 1_000 : TextNormalizer.likeness(printed, label);
        return likeness >= (numbered ? MIN_LIKENESS_NUMBERED : MIN_LIKENESS_UNNUMBERED) ? likeness : 0;
    }

    private static boolean isShort(Line line) {
        return line.cells().stream().filter(cell -> !cell.isBlank()).count() == 1
                && line.text().length() <= MAX_HEADING_LENGTH;
    }

    /** Splits a line before and after each heading in it. */
    private static List<Line> splitAtHeadings(Line line) {
        if (line.row()
                || line.text().length() <= MAX_HEADING_LENGTH
                        && !INLINE.matcher(line.text()).lookingAt()) {
            return List.of(line);
        }
        List<Line> parts = new ArrayList<>();
        String text = line.text();
        int last = 0;
        for (Matcher heading = INLINE.matcher(text); heading.find(); last = heading.end()) {
            addPart(parts, line, text.substring(last, heading.start()));
            addPart(parts, line, heading.group());
        }
        addPart(parts, line, text.substring(last));
        return parts;
    }

    private static void addPart(List<Line> parts, Line whole, String text) {
        String part = TextNormalizer.trimmed(text);
        if (!part.isEmpty()) {
            parts.add(Line.paragraph(part, whole.path()));
        }
    }
}
