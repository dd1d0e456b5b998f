package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The title of a report.
 *
 * @param agencyName the printed name of the agency; empty if the title contains none
 * @param year the year in the title; empty if there is no title
 */
public record Title(Optional<String> agencyName, Optional<Integer> year) {

    private static final Pattern TITLE = Pattern.compile(
            "(.{0,60}?)(20\\d\\d)年(?:度)?(.{0,30}?)" + "(?:政府)?信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报)");

    /** Matches the words of a covering letter and the brackets before the name. */
    private static final Pattern BEFORE_NAME = Pattern.compile("^.*(?:关于(?:报送|印发|公布|上报)?)?[《<〈「]|^.*关于(?:报送|印发|公布|上报)");

    private static final Pattern SENTENCE = Pattern.compile("[。，,;；]");
    private static final Pattern PERIOD = Pattern.compile("(?:统计)?期限.{0,12}?(20\\d\\d)年1月1日");
    private static final Pattern OPENING = Pattern.compile("^.{0,20}?(20\\d\\d)年");
    private static final int MAX_LINES = 40;
    private static final int MAX_LINE_LENGTH = 120;

    /** Finds the title in the titles of the document, and then in its first lines. */
    public static Title of(List<String> titles, List<Line> preamble) {
        List<String> lines = preamble.stream()
                .filter(line -> !line.linked())
                .map(Line::text)
                .limit(MAX_LINES)
                .map(Title::compact)
                .filter(line -> line.length() <= MAX_LINE_LENGTH)
                .toList();
        List<String> ownLines =
                new ArrayList<>(lines.stream().filter(Title::isWholeLine).toList());
        Collections.reverse(ownLines);
        return Stream.of(titles.stream().map(Title::compact), ownLines.stream(), lines.stream(), pairs(lines).stream())
                .flatMap(candidates -> candidates)
                .map(Title::read)
                .flatMap(Optional::stream)
                .reduce((first, next) -> first.agencyName().isPresent() ? first : preferNamed(first, next))
                .orElse(new Title(Optional.empty(), Optional.empty()));
    }

    /** Finds the different titles that stand on lines of their own and are no references. */
    public static List<Title> all(List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.linked() && !line.row())
                .filter(line -> line.text().length() <= MAX_LINE_LENGTH)
                .map(line -> compact(line.text()))
                .filter(Title::isWholeLine)
                .map(Title::read)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Returns whether a line is a title and nothing else. */
    private static boolean isWholeLine(String line) {
        Matcher title = TITLE.matcher(line);
        return title.matches() && !SENTENCE.matcher(line).find();
    }

    /** Finds the year of the stated reporting period. */
    public static Optional<Integer> period(List<Line> lines) {
        String text = compact(
                String.join("", lines.stream().limit(MAX_LINES).map(Line::text).toList()));
        Matcher period = PERIOD.matcher(text);
        return period.find() ? Optional.of(Integer.valueOf(period.group(1))) : Optional.empty();
    }

    /** Finds the year at the beginning of the text. */
    public static Optional<Integer> opening(List<Line> lines) {
        Matcher opening = OPENING.matcher(
                compact(String.join("", lines.stream().limit(2).map(Line::text).toList())));
        return opening.find() ? Optional.of(Integer.valueOf(opening.group(1))) : Optional.empty();
    }

    private static Title preferNamed(Title first, Title next) {
        return next.agencyName().isPresent() && first.year().equals(next.year()) ? next : first;
    }

    /** Returns all pairs of adjacent lines, as a title may be broken over two lines. */
    private static List<String> pairs(List<String> lines) {
        List<String> pairs = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            pairs.add(lines.get(line - 1) + lines.get(line));
        }
        return pairs;
    }

    private static Optional<Title> read(String text) {
        Matcher title = TITLE.matcher(text);
        if (!title.find()) {
            return Optional.empty();
        }
        String before = BEFORE_NAME.matcher(title.group(1)).replaceFirst("");
        String name = before.isEmpty() ? title.group(3) : before;
        return Optional.of(new Title(
                Optional.of(name).filter(found -> found.codePoints().anyMatch(TextNormalizer::isHan)),
                Optional.of(Integer.valueOf(title.group(2)))));
    }

    private static String compact(String text) {
        return TextNormalizer.unified(text).replaceAll("[\\s\\p{Z}]+", "");
    }
}
