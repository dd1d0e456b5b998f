package org.gongkai.statistics.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.text.Text;

/** A derived figure: the ratio of two sums, and nothing where there is nothing to divide by. */
public enum Rate {
    /** Requests disclosed in full or in part, of all that were closed. */
    DISCLOSURE(
            "disclosure",
            new Text("公开率", "Disclosure rate"),
            List.of("requests.outcomes.disclosed", "requests.outcomes.partlyDisclosed"),
            List.of("requests.outcomes")),
    /** Requests refused (Articles 14 to 16 and 36 (7) of the Regulations), of all that were closed. */
    REFUSAL(
            "refusal",
            new Text("不予公开率", "Refusal rate"),
            List.of("requests.outcomes.refused"),
            List.of("requests.outcomes")),
    /** Reconsiderations and litigations that corrected the organ, of all that were concluded. */
    CORRECTION("correction", new Text("纠错率", "Correction rate"), results("corrected"), Rate.concluded()),
    /** Reports counted that first came in by the deadline, of all that the rosters of opened years ask for. */
    ON_TIME("onTime", new Text("按时报送率", "On-time rate"), List.of(), List.of());

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

    /** Codes of the figures whose sum is divided; none where it is made of reports, not of their figures. */
    public List<String> numerator() {
        return numerator;
    }

    /** Codes of the figures by whose sum it is divided. */
    public List<String> denominator() {
        return denominator;
    }

    /** Codes of all figures it is made of, each once. */
    public List<String> figures() {
        return Stream.concat(numerator.stream(), denominator.stream())
                .distinct()
                .toList();
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
