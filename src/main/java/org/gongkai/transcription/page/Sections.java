package org.gongkai.transcription.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.transcription.place.Place;

/** The six sections of a document. */
public final class Sections {

    private static final Section[] ALL = Section.values();

    private static final int MAX_LINES_WITHOUT_HEADINGS = 40;
    private static final String IN_TABLE_TWO = "行政处罚";
    private static final String IN_TABLE_THREE = "予以公开";

    private final List<Line> lines;

    /** The index of the line of the heading of each section, or -1. */
    private final int[] headings;

    /** True if blank lines are part of a text. */
    private final boolean keepsBlankLines;

    /** True if a second report follows. Its lines are left out. */
    private final boolean beforeAnotherReport;

    private Sections(List<Line> lines, int[] headings, boolean keepsBlankLines, boolean beforeAnotherReport) {
        this.lines = lines;
        this.headings = headings;
        this.keepsBlankLines = keepsBlankLines;
        this.beforeAnotherReport = beforeAnotherReport;
    }

    /**
     * Returns the sections of a document that marks its headings.
     *
     * @param headings the index of the line of the heading of each section, or -1
     */
    public static Sections ofHeadings(List<Line> lines, int[] headings) {
        return new Sections(lines, headings, true, false);
    }

    /** Finds the sections of a document by their headings. */
    static Sections of(List<Line> document) {
        return new SectionFinder(document).find();
    }

    /**
     * Returns the sections of a document whose headings were found.
     *
     * @param headings the index of the line of the heading of each section, or -1
     */
    static Sections found(List<Line> lines, int[] headings) {
        return new Sections(lines, headings, false, false);
    }

    /** Returns whether the tables two and three stand in their sections. */
    boolean hasTables() {
        return comparable(Section.PROACTIVE_DISCLOSURE).contains(IN_TABLE_TWO)
                && comparable(Section.REQUESTS).contains(IN_TABLE_THREE);
    }

    private String comparable(Section section) {
        return TextNormalizer.comparable(lines(section).stream().map(Line::text).collect(Collectors.joining()));
    }

    boolean hasTablesOf(Sections other) {
        return comparable(Section.PROACTIVE_DISCLOSURE).equals(other.comparable(Section.PROACTIVE_DISCLOSURE))
                && comparable(Section.REQUESTS).equals(other.comparable(Section.REQUESTS));
    }

    /**
     * Leaves out the title of the next report, which stands behind the text of this one.
     *
     * @param beforeAnotherReport false if the next report is a copy of this one
     */
    Sections endingAtTitle(boolean beforeAnotherReport) {
        int last = Arrays.stream(headings).max().orElse(0);
        int end = IntStream.range(last + 1, lines.size())
                .filter(index -> TitleForm.headline(
                                TitleForm.compact(lines.get(index).text()))
                        .isPresent())
                .findFirst()
                .orElse(lines.size());
        return new Sections(lines.subList(0, end), headings, keepsBlankLines, beforeAnotherReport);
    }

    /** Returns whether a report with other tables follows in the same document. It was not read. */
    public boolean isBeforeAnotherReport() {
        return beforeAnotherReport;
    }

    /** Returns the headings, as printed, that do not have the number of their section. */
    public List<String> misnumbered() {
        return Arrays.stream(Section.values())
                .filter(this::has)
                .filter(section -> SectionFinder.isMisnumbered(section, heading(section)))
                .map(this::heading)
                .toList();
    }

    int first() {
        return Arrays.stream(headings).filter(index -> index >= 0).min().orElse(0);
    }

    /** Returns the lines before the first heading, or without headings those before the first table. */
    public List<Line> preamble() {
        int first = Arrays.stream(headings).filter(index -> index >= 0).min().orElseGet(() -> IntStream.range(
                        0, lines.size())
                .filter(index ->
                        lines.get(index).row() && lines.get(index).cells().size() > 1)
                .findFirst()
                .orElse(Math.min(MAX_LINES_WITHOUT_HEADINGS, lines.size())));
        return lines.subList(0, first);
    }

    /** Returns whether the heading of the section was found. */
    public boolean has(Section section) {
        return headings[section.ordinal()] >= 0;
    }

    /** Returns the heading as printed. */
    public String heading(Section section) {
        return lines.get(headings[section.ordinal()]).text();
    }

    /** Returns the place of the heading. */
    public Place place(Section section) {
        return lines.get(headings[section.ordinal()]).place();
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
}
