package org.gongkai.http.semantics;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The media types that a client accepts: the header {@code Accept} (RFC 9110, section 12.5.1). */
final class AcceptedTypes {

    private static final Pattern RANGE = Pattern.compile("\\*/\\*|[^/*]+/(\\*|[^/*]+)");

    /** A spelling of {@code *}{@code /*} that old clients send. */
    private static final String BARE_WILDCARD = "*";

    private final List<WeightedElement> ranges;

    private AcceptedTypes(List<WeightedElement> ranges) {
        this.ranges = ranges;
    }

    /**
     * The range that applies to a type.
     *
     * @param type the type
     * @param specificity rank of the range: 0 for all types, 3 for exactly this one
     * @param weight weight of the range
     * @param position position of the range in the header
     */
    private record Match(MediaType type, int specificity, double weight, int position) {}

    /**
     * Parses the header.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static AcceptedTypes parse(String header) {
        List<WeightedElement> ranges = WeightedElement.parse(header).stream()
                .map(range -> range.value().equals(BARE_WILDCARD)
                        ? new WeightedElement(MediaType.WILDCARD, range.parameters(), range.weight())
                        : range)
                .toList();
        ranges.stream()
                .filter(range -> !RANGE.matcher(range.value()).matches())
                .findFirst()
                .ifPresent(range -> {
                    throw new IllegalArgumentException("Not a media range: " + range.value());
                });
        return new AcceptedTypes(ranges);
    }

    /**
     * Returns the offered type that the client prefers: the one with the highest weight, then with the most specific
     * range, then with the first range. An empty header accepts everything.
     *
     * @param offered the offered types, the preferred one first
     * @return empty if the client accepts none of them
     */
    Optional<MediaType> best(List<MediaType> offered) {
        if (ranges.isEmpty()) {
            return offered.stream().findFirst();
        }
        return offered.stream()
                .flatMap(type -> match(type).stream())
                .filter(match -> match.weight() > 0)
                .min(Comparator.comparingDouble((Match match) -> -match.weight())
                        .thenComparing(match -> -match.specificity())
                        .thenComparing(Match::position))
                .map(Match::type);
    }

    /** Returns the most specific range for a type; it alone decides. */
    private Optional<Match> match(MediaType type) {
        return IntStream.range(0, ranges.size())
                .boxed()
                .flatMap(position -> match(type, ranges.get(position), position))
                .max(Comparator.comparingInt(Match::specificity).thenComparing(match -> -match.position()));
    }

    private static Stream<Match> match(MediaType type, WeightedElement range, int position) {
        int specificity = specificity(type, range);
        return specificity < 0 ? Stream.empty() : Stream.of(new Match(type, specificity, range.weight(), position));
    }

    /** Returns the rank of a range for a type; -1 if the range does not contain the type. */
    private static int specificity(MediaType type, WeightedElement range) {
        if (range.value().equals(MediaType.WILDCARD)) {
            return 0;
        }
        if (range.value().equals(type.getType() + "/*")) {
            return 1;
        }
        return range.value().equals(type.getType() + "/" + type.getSubtype()) ? 2 + parameters(type, range) : -1;
    }

    /** Returns 1 if the type has all parameters of the range. Other parameters make a range less specific. */
    private static int parameters(MediaType type, WeightedElement range) {
        Map<String, String> own = type.getParameters();
        return range.parameters().entrySet().stream()
                        .allMatch(parameter -> parameter.getValue().equalsIgnoreCase(own.get(parameter.getKey())))
                ? 1
                : 0;
    }
}
