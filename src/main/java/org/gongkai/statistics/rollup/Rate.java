package org.gongkai.statistics.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.text.Text;

/** A derived figure: the ratio of two sums, without a value when the denominator is zero. */
public enum Rate {
    /** The share of closed requests that were disclosed in full or in part. */
    DISCLOSURE(
            "disclosure",
            new Text("公开率", "Disclosure rate"),
            List.of("requests.outcomes.disclosed", "requests.outcomes.partlyDisclosed"),
            List.of("requests.outcomes")),
    /** The share of closed requests that were refused (Articles 14 to 16 and 36 (7) of the Regulations). */
    REFUSAL(
            "refusal",
            new Text("不予公开率", "Refusal rate"),
            List.of("requests.outcomes.refused"),
            List.of("requests.outcomes")),
    /** The share of concluded reconsiderations and litigations that corrected the organ. */
    CORRECTION("correction", new Text("纠错率", "Correction rate"), results("corrected"), Rate.concluded()),
    /** The share of the reports on the rosters of opened years that count and were first submitted by the deadline. */
    ON_TIME("onTime", new Text("按时报送率", "On-time rate"), List.of(), List.of());

    /** The number of decimals of a rate. */
    public static final int SCALE = 6;

    private static final String PREFIX = "rates.";

    private final String code;
    private final Text label;
    private final List<String> numerator;
    private final List<String> denominator;

    Rate(String name, Text label, List<String> numerator, List<String> denominator) {
        this.code = PREFIX + name;
        this.label = label;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public String code() {
        return code;
    }

    Text label() {
        return label;
    }

    /** Returns codes of the figures in the numerator; none for a rate of reports. */
    public List<String> numerator() {
        return numerator;
    }

    /** Returns codes of the figures in the denominator; none for a rate of reports. */
    public List<String> denominator() {
        return denominator;
    }

    /** Returns codes of all its figures, each once. */
    public List<String> figures() {
        return Stream.concat(numerator.stream(), denominator.stream())
                .distinct()
                .toList();
    }

    /** Returns whether the rate counts reports instead of figures in them. */
    public boolean ofReports() {
        return numerator.isEmpty();
    }

    static Optional<Rate> of(String code) {
        return Arrays.stream(values()).filter(rate -> rate.code.equals(code)).findFirst();
    }

    static Stream<String> codes() {
        return Arrays.stream(values()).map(Rate::code);
    }

    private static List<String> concluded() {
        return Stream.of("upheld", "corrected", "otherResult")
                .flatMap(result -> results(result).stream())
                .toList();
    }

    private static List<String> results(String result) {
        return Stream.of(
                        "disputes.reconsideration",
                        "disputes.litigation.direct",
                        "disputes.litigation.afterReconsideration")
                .map(block -> block + "." + result)
                .toList();
    }
}
