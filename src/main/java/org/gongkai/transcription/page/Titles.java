package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The titles of a document. The one that stands nearest to the first section counts; references to other documents and
 * the path to a page are no titles.
 *
 * @param title the title that counts
 * @param competing the other titles, each once, that contradict it
 */
public record Titles(Title title, List<Title> competing) {

    private static final Pattern PERIOD = Pattern.compile("(?:统计)?期限.{0,12}?(20\\d\\d)年1月1日");
    private static final Pattern OPENING = Pattern.compile("^.{0,20}?(20\\d\\d)年");
    private static final Pattern FIRST_WORDS = Pattern.compile("^(20\\d\\d)年(?:度)?,");
    private static final Pattern SENTENCE = Pattern.compile("。(20\\d\\d)年(?:度)?,");

    /** Matches the path to a page, and references to the pages before and after it. */
    private static final Pattern PATH = Pattern.compile("[>›»→].*[>›»→]|^(?:(?:您的|您?(?:当前|现在|所在)的?)位置|首页|上一篇|下一篇|相关)");

    private static final int MAX_LINES = 80;
    private static final int OPENING_LINES = 2;
    private static final int FIRST_SENTENCES = 4;
    private static final int MAX_LINE_LENGTH = 120;
    private static final int MAX_LINES_OF_TITLE = 3;

    public Titles {
        competing = List.copyOf(competing);
    }

    /**
     * Finds the titles of a document.
     *
     * @param metadata the titles outside its text
     * @param preamble the lines before the first section
     */
    public static Titles of(List<String> metadata, List<Line> preamble) {
        List<String> texts = texts(preamble);
        List<Title> headlines = Stream.concat(
                        headlines(texts).stream(),
                        metadata.stream()
                                .map(TitleForm::compact)
                                .map(TitleForm::metadata)
                                .flatMap(Optional::stream))
                .toList();
        Optional<Title> sentence = texts.stream()
                .map(TitleForm::sentence)
                .flatMap(Optional::stream)
                .findFirst();
        Title nearest = headlines.stream().findFirst().or(() -> sentence).orElse(Title.NONE);
        Title title = Stream.concat(headlines.stream(), sentence.stream())
                .filter(other -> other.year().equals(nearest.year())
                        && nearest.agencyName().isEmpty())
                .filter(other -> other.agencyName().isPresent())
                .findFirst()
                .orElse(nearest);
        return new Titles(
                title, headlines.stream().filter(title::contradicts).distinct().toList());
    }

    /** Finds the year of the stated reporting period. */
    public static Optional<Integer> period(List<Line> lines) {
        return first(PERIOD, last(lines));
    }

    /** Finds the year at the beginning of the text, or else of one of its first sentences. */
    public static Optional<Integer> opening(List<Line> lines) {
        return first(OPENING, start(lines, OPENING_LINES)).or(() -> first(SENTENCE, start(lines, FIRST_SENTENCES)));
    }

    /** Finds the year with which the first sentence begins: {@code 2023年，}. */
    public static Optional<Integer> firstWords(List<Line> lines) {
        return first(FIRST_WORDS, start(lines, 1));
    }

    private static Optional<Integer> first(Pattern year, List<Line> lines) {
        String text =
                TitleForm.compact(String.join("", lines.stream().map(Line::text).toList()));
        Matcher found = year.matcher(text);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    private static List<Line> start(List<Line> lines, int count) {
        return lines.subList(0, Math.min(count, lines.size()));
    }

    private static List<Line> last(List<Line> lines) {
        return lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
    }

    private static List<String> texts(List<Line> preamble) {
        return last(preamble).stream()
                .filter(line -> !line.linked())
                .flatMap(line -> line.cells().stream())
                .map(TitleForm::compact)
                .filter(text -> !text.isEmpty() && !PATH.matcher(text).find())
                .toList();
    }

    /** Returns the lines that are titles, the last one first. A title may be broken over several lines. */
    private static List<Title> headlines(List<String> texts) {
        List<Title> headlines = new ArrayList<>();
        for (int end = texts.size(); end > 0; end--) {
            headlineBefore(texts, end).ifPresent(headlines::add);
        }
        return headlines;
    }

    private static Optional<Title> headlineBefore(List<String> texts, int end) {
        Optional<Title> nameless = Optional.empty();
        for (int size = 1; size <= Math.min(MAX_LINES_OF_TITLE, end); size++) {
            String joined = String.join("", texts.subList(end - size, end));
            boolean single = size == 1;
            Optional<Title> title = Optional.of(joined)
                    .filter(text -> text.length() <= MAX_LINE_LENGTH)
                    .flatMap(TitleForm::headline)
                    .filter(found -> single || found.agencyName().isEmpty() || TitleForm.namesAgency(found));
            if (title.isPresent() && title.get().agencyName().isPresent()) {
                return title;
            }
            nameless = nameless.or(() -> title);
        }
        return nameless;
    }
}
