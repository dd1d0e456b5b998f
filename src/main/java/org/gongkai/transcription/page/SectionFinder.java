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
 * Finds the six sections of a document by their headings. Printed headings often differ from those of the form, so the
 * lines that are most like them and stand in the same order are chosen. Headings may be listed before the text, in a
 * table of contents or in a menu: the first run of headings that has the tables counts. Without one, the whole document
 * is searched for the tables.
 */
final class SectionFinder {

    private static final Section[] ALL = Section.values();
    private static final int[] NO_HEADINGS =
            IntStream.range(0, ALL.length).map(section -> -1).toArray();

    private static final int MAX_CANDIDATES = 1_000;

    /** The number of places at which a run of headings may begin. Each costs a search of the whole document. */
    private static final int MAX_STARTS = 6;

    private static final int MAX_HEADING_LENGTH = 45;
    private static final int MIN_LIKENESS_NUMBERED = 500;
    private static final int MIN_LIKENESS_UNNUMBERED = 800;

    /** The likeness of a heading with another number: less than that of any heading with its own. */
    private static final int LIKENESS_MISNUMBERED = 450;

    private static final Pattern ORDINAL = Pattern.compile("^([一二三四五六])\\s*[、.．,，]\\s*");

    /** Matches the exact headings of the form anywhere in a line, for text that has lost its line breaks. */
    private static final Pattern INLINE = Pattern.compile(Arrays.stream(ALL)
            .map(Section::node)
            .map(section -> (section.ordinal() + section.label().zh())
                    .chars()
                    .mapToObj(character -> Pattern.quote(Character.toString(character)))
                    .collect(Collectors.joining("\\s*")))
            .collect(Collectors.joining("|")));

    private final List<Line> lines;

    /** The lines that may be headings. */
    private final List<Candidate> candidates;

    /** The indices of the lines at which a run of headings may begin. */
    private final List<Integer> starts;

    /**
     * A line that may be a heading.
     *
     * @param index the index of the line
     * @param likeness the likeness with the heading of each section. It is computed once, as each start of a run needs it
     */
    private record Candidate(int index, int[] likeness) {

        boolean isLike(int section) {
            return likeness[section] > 0;
        }
    }

    SectionFinder(List<Line> document) {
        this.lines = document.stream()
                .flatMap(line -> splitAtHeadings(line).stream())
                .toList();
        this.candidates = IntStream.range(0, lines.size())
                .filter(index -> isShort(lines.get(index)))
                .mapToObj(this::candidate)
                .filter(candidate -> IntStream.range(0, ALL.length).anyMatch(candidate::isLike))
                .limit(MAX_CANDIDATES)
                .toList();
        this.starts = starts();
    }

    private Candidate candidate(int index) {
        return new Candidate(
                index,
                IntStream.range(0, ALL.length)
                        .map(section -> likeness(section, lines.get(index)))
                        .toArray());
    }

    Sections find() {
        return starts.stream()
                .map(start -> sections(start, lines.size()))
                .filter(Sections::hasTables)
                .findFirst()
                .map(this::withoutOtherReports)
                .orElseGet(this::withoutRun);
    }

    private Sections withoutRun() {
        Sections whole = Sections.found(lines, NO_HEADINGS);
        return whole.hasTables() ? whole : sections(0, lines.size());
    }

    /** Returns the lines that may be the heading of the first section that has one. */
    private List<Integer> starts() {
        return IntStream.range(0, ALL.length)
                .mapToObj(section -> candidates.stream()
                        .filter(candidate -> candidate.isLike(section))
                        .map(Candidate::index)
                        .limit(MAX_STARTS)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Chooses the headings between two lines, and leaves out the lines behind. */
    private Sections sections(int from, int to) {
        List<Candidate> between = candidates.stream()
                .filter(candidate -> from <= candidate.index() && candidate.index() < to)
                .toList();
        int[] printed = Alignment.of(ALL.length, between.size(), (section, candidate) -> between.get(candidate)
                        .likeness()[section])
                .printed;
        int[] headings = Arrays.stream(printed)
                .map(candidate -> candidate < 0 ? -1 : between.get(candidate).index())
                .toArray();
        return Sections.found(lines.subList(0, to), headings);
    }

    /** Returns the sections without the lines of further reports. A copy of the same report is no other report. */
    private Sections withoutOtherReports(Sections found) {
        for (int start : starts) {
            if (start > found.first()) {
                Sections before = sections(found.first(), start);
                Sections after = sections(start, lines.size());
                if (before.hasTables() && after.hasTables()) {
                    return before.endingAtTitle(!before.hasTablesOf(after));
                }
            }
        }
        return found;
    }

    /** Returns whether a heading has the number of another section. */
    static boolean isMisnumbered(Section section, String heading) {
        Matcher ordinal = ORDINAL.matcher(TextNormalizer.unified(heading));
        return ordinal.find() && !section.node().ordinal().startsWith(ordinal.group(1));
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
        String label = TextNormalizer.comparable(wanted.label().zh());
        String printed = TextNormalizer.comparable(numbered ? text.substring(ordinal.end()) : text);
        if (numbered && !wanted.ordinal().startsWith(ordinal.group(1))) {
            return TextNormalizer.likeness(printed, label) >= MIN_LIKENESS_UNNUMBERED ? LIKENESS_MISNUMBERED : 0;
        }
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
            parts.add(whole.part(part));
        }
    }
}
