package org.gongkai.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.text.Text;

/**
 * Checks the types and ranges of the claims that the service, or its framework, reads from a token. Other claims are ignored.
 */
final class TokenClaims {

    static final String AGENCIES = "agencies";
    static final String DISTRICTS = "districts";
    static final String YEARS = "years";
    static final String SANDBOX = "sandbox";

    /** The deepest nesting of values. The framework converts values recursively. */
    private static final int MAX_DEPTH = 64;

    private static final Text TOO_DEEP = new Text(
                    "令牌的内容嵌套过深，最多 %s 层", "The claims of the token are nested too deeply; the limit is %s levels")
            .with(MAX_DEPTH);

    /** The last second of the year 9999. Later times have no form in RFC 3339. */
    private static final long LATEST = 253_402_300_799L;

    private static final Text TIME = new Text(
                    "应为 0 至 %s 之间的数字（自 1970 年起的秒数）", "must be a number of seconds since 1970, from 0 to %s")
            .with(String.valueOf(LATEST));
    private static final Text FLAG = new Text("应为 true 或 false", "must be true or false");
    private static final Text STRING = new Text("应为字符串", "must be a string");
    private static final Text STRINGS = new Text("应为字符串数组", "must be an array of strings");

    private static final int MAX_YEAR = 9999;

    private static final Text NUMBERS = new Text(
                    "应为年度数组（0 至 %s 的整数）", "must be an array of years, as whole numbers from 0 to %s")
            .with(String.valueOf(MAX_YEAR));

    private static final List<Rule> RULES = List.of(
            new Rule("sub", true, Subject.DEMAND, value -> value instanceof String name && Subject.isValid(name)),
            new Rule("sub", true, Subject.RESERVED, value -> value instanceof String name && !Actor.isReserved(name)),
            new Rule("groups", false, STRINGS, TokenClaims::areStrings),
            new Rule(AGENCIES, false, STRINGS, TokenClaims::areStrings),
            new Rule(DISTRICTS, false, STRINGS, TokenClaims::areStrings),
            new Rule(YEARS, false, NUMBERS, TokenClaims::areYears),
            new Rule(SANDBOX, false, FLAG, Boolean.class::isInstance),
            new Rule("jti", false, STRING, String.class::isInstance),
            new Rule("upn", false, STRING, String.class::isInstance),
            new Rule("preferred_username", false, STRING, String.class::isInstance),
            new Rule("exp", true, TIME, TokenClaims::isTime),
            new Rule("nbf", false, TIME, TokenClaims::isTime),
            new Rule("iat", true, TIME, TokenClaims::isTime));

    private TokenClaims() {}

    /**
     * Returns the first fault of the claims; empty if they can be read.
     *
     * @param claims the claims by name, with values as parsed from JSON
     */
    static Optional<Text> fault(Map<String, Object> claims) {
        return isDeeperThan(MAX_DEPTH, claims)
                ? Optional.of(TOO_DEEP)
                : RULES.stream().flatMap(rule -> rule.fault(claims).stream()).findFirst();
    }

    private static boolean isDeeperThan(int depth, Object value) {
        Collection<?> members =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        return depth == 0 ? !members.isEmpty() : members.stream().anyMatch(member -> isDeeperThan(depth - 1, member));
    }

    private static boolean isTime(Object value) {
        return value instanceof Number seconds && seconds.doubleValue() >= 0 && seconds.doubleValue() <= LATEST;
    }

    private static boolean areStrings(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private static boolean areYears(Object value) {
        return value instanceof List<?> list
                && list.stream().allMatch(year -> year instanceof Long number && number >= 0 && number <= MAX_YEAR);
    }

    /**
     * The demand on one claim.
     *
     * @param claim name of the claim
     * @param required whether the claim must be present; a present claim is never {@code null}
     * @param demand the demand, for the message
     * @param holds whether a value meets the demand
     */
    private record Rule(String claim, boolean required, Text demand, Predicate<Object> holds) {

        Optional<Text> fault(Map<String, Object> claims) {
            boolean fine = claims.containsKey(claim) ? holds.test(claims.get(claim)) : !required;
            return fine
                    ? Optional.empty()
                    : Optional.of(new Text("令牌的 %s %s", "The claim %s of the token %s").with(claim, demand));
        }
    }
}
