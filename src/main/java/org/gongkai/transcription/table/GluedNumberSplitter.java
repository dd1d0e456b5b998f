package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * Numbers that were printed without a gap, and the ways to separate them: into as many as the row has, none of which begins with a
 * zero unless it is one, and, where the row ends in a total, so that it adds up. The search is cut off before it could take long.
 */
public final class GluedNumberSplitter {

    private static final int MAX_STEPS = 100_000;
    private static final int MAX_WAYS = 1_000;
    private static final Pattern SIGN = Pattern.compile("(?<=\\d)(?=[+-]\\d)");
    private static final Pattern TOKEN = Pattern.compile("([+-]?)(\\d+)(\\D.*)?", Pattern.DOTALL);

    /** What may be one number or several, cut into sign, digits and what comes after. */
    private record Run(String sign, String digits, String rest) {}

    private final List<Run> runs;
    private final int numbers;

    /** How many numbers, the last of which is the total of the others, add up; 0 where there is no total. */
    private final int group;

    private final List<List<String>> ways = new ArrayList<>();
    private final List<String> way = new ArrayList<>();
    private int steps;

    private GluedNumberSplitter(List<Run> runs, int numbers, int group) {
        this.runs = runs;
        this.numbers = numbers;
        this.group = group;
    }

    /**
     * The ways to separate what is printed into a number of numbers. Where all of it runs together and each digit must be a number,
     * there is one way, whether it adds up or not. Where it does not run together, cells may have been blank: then only sums can tell.
     *
     * @param tokens what is printed with a gap between
     * @return the ways; none also where there are too many to look at
     */
    public static List<List<String>> ways(List<String> tokens, int numbers, int group) {
        List<Run> runs = new ArrayList<>();
        for (String token : tokens.stream().flatMap(SIGN::splitAsStream).toList()) {
            Matcher matcher = TOKEN.matcher(TextNormalizer.trimmed(TextNormalizer.unified(token)));
            if (!matcher.matches()) {
                return List.of();
            }
            runs.add(new Run(matcher.group(1), matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3)));
        }
        boolean counted = runs.size() == 1 && runs.get(0).digits().length() == numbers;
        if (group == 0
                && runs.size() > 1
                && !runs.stream().allMatch(run -> run.digits().matches("0+"))) {
            return List.of();
        }
        GluedNumberSplitter gluedNumberSplitter = new GluedNumberSplitter(runs, numbers, counted ? 0 : group);
        return gluedNumberSplitter.search(0, 0) ? List.copyOf(gluedNumberSplitter.ways) : List.of();
    }

    /** Whether the search came to its end. */
    private boolean search(int run, int from) {
        if (++steps > MAX_STEPS || ways.size() > MAX_WAYS) {
            return false;
        }
        if (run == runs.size()) {
            if (way.size() == numbers) {
                ways.add(List.copyOf(way));
            }
            return true;
        }
        if (way.size() + runs.size() - run > numbers) {
            return true;
        }
        Run current = runs.get(run);
        int longest = current.digits().charAt(from) == '0'
                ? from + 1
                : current.digits().length();
        for (int to = from + 1; to <= longest; to++) {
            boolean last = to == current.digits().length();
            way.add((from == 0 ? current.sign() : "")
                    + current.digits().substring(from, to)
                    + (last ? current.rest() : ""));
            boolean finished = !addsUp() || (last ? search(run + 1, 0) : search(run, to));
            way.remove(way.size() - 1);
            if (!finished) {
                return false;
            }
        }
        return true;
    }

    /** Whether the group that the last number ends, if it ends one, adds up. */
    private boolean addsUp() {
        if (group == 0 || way.size() % group != 0) {
            return true;
        }
        List<String> cells = way.subList(way.size() - group, way.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (String cell : cells.subList(0, group - 1)) {
            sum = sum.add(number(cell));
        }
        return sum.compareTo(number(cells.get(group - 1))) == 0;
    }

    private static BigDecimal number(String cell) {
        Matcher matcher = TOKEN.matcher(cell);
        return matcher.matches() ? new BigDecimal(matcher.group(2)) : BigDecimal.ZERO;
    }
}
