package org.gongkai.security;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/**
 * The report years in the claim {@code years} of a token. It may only be used for them.
 *
 * @param named the years; absent if the token has no such claim, and may be used for every year. An empty list names no
 *     year.
 */
public record YearScope(Optional<Set<Integer>> named) {

    static final YearScope ALL = new YearScope(Optional.empty());

    private static final Text OTHER_YEAR =
            new Text("令牌只能用于以下年度：%s，不能用于 %s 年度", "The token may only be used for the years %s, not for %s");

    private static final Text NO_YEAR = new Text("令牌不能用于任何年度", "The token may not be used for any year");

    /** Returns whether the token may be used for a year. */
    public boolean allows(int year) {
        return named.isEmpty() || named.get().contains(year);
    }

    /**
     * Refuses a year for which the token may not be used.
     *
     * @throws ProblemException if the token is limited to other years
     */
    public void require(int year) {
        if (!allows(year)) {
            throw new ProblemException(ProblemType.FORBIDDEN, reason(year));
        }
    }

    private Text reason(int year) {
        String years =
                new TreeSet<>(named.orElseThrow()).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return years.isEmpty() ? NO_YEAR : OTHER_YEAR.with(years, String.valueOf(year));
    }
}
