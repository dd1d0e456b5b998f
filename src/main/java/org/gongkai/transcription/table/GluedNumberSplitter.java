package org.gongkai.transcription.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * Splits numbers that were printed without a gap. A way to split them has as many numbers as the row, and none of them
 * has a leading zero. If the row ends in a total, it must add up. The number of steps of the search is limited.
 */
public final class GluedNumberSplitter {

    private static final int MAX_STEPS = 100_000;
    private static final int MAX_WAYS = 1_000;
    /** Matches what no single number is printed as: it begins with a zero, or is longer than any number in a report. */
    private static final Pattern GLUED = Pattern.compile("0\\d+|\\d{13,}");

    private static final Pattern SIGN = Pattern.compile("(?<=\\d)(?=[+-]\\d)");
    private static final Pattern TOKEN = Pattern.compile("([+-]?)(\\d+)(\\D.*)?", Pattern.DOTALL);

    /** A token of one or more numbers, parsed into sign, digits and the rest. */
    private record Run(String sign, String digits, String rest) {}

    private final List<Run> runs;
    private final int numbers;

    /** The number of numbers in a group whose last number is the total of the others; 0 if there is no total. */
    private final int group;

    private final List<List<String>> ways = new ArrayList<>();
    private final List<String> way = new ArrayList<>();
    private int steps;

    private GluedNumberSplitter(List<Run> runs, int numbers, int group) {
        this.runs = runs;
        this.numbers = numbers;
        this.group = group;
    }

    /** Returns whether tokens show that numbers are printed without gaps. */
    static boolean areGlued(List<String> tokens) {
        return tokens.stream().anyMatch(token -> GLUED.matcher(token).matches());
    }

    /**
     * Returns the ways to split tokens into a number of numbers. If there is one token and each digit must be a number,
     * there is one way, even if it does not add up. If there are several tokens, cells may have been blank, so the way
     * is only known if a total confirms it.
     *
     * @param tokens the printed tokens, which were separated by gaps
     * @return the ways; none if there are too many to search
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
        GluedNumberSplitter splitter = new GluedNumberSplitter(runs, numbers, counted ? 0 : group);
        return splitter.search(0, 0, BigInteger.ZERO) ? List.copyOf(splitter.ways) : List.of();
    }

    /**
     * Searches for ways.
     *
     * @param sum the sum of the numbers of the group so far
     * @return false if a limit was exceeded
     */
    private boolean search(int run, int from, BigInteger sum) {
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
        String digits = runs.get(run).digits();
        int longest = digits.charAt(from) == '0' ? from + 1 : digits.length();
        if (group > 0 && (way.size() + 1) % group == 0) {
            String total = sum.toString();
            int to = from + total.length();
            return to > longest || !digits.startsWith(total, from) || take(run, from, to, BigInteger.ZERO);
        }
        for (int to = from + 1; to <= longest; to++) {
            if (!take(run, from, to, sum.add(new BigInteger(digits.substring(from, to))))) {
                return false;
            }
        }
        return true;
    }

    /** Continues the search with the digits of a run between two positions as the next number. */
    private boolean take(int run, int from, int to, BigInteger sum) {
        Run current = runs.get(run);
        boolean last = to == current.digits().length();
        way.add((from == 0 ? current.sign() : "")
                + current.digits().substring(from, to)
                + (last ? current.rest() : ""));
        boolean finished = last ? search(run + 1, 0, sum) : search(run, to, sum);
        way.remove(way.size() - 1);
        return finished;
    }
}
