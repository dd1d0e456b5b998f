package org.gongkai.statistics.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one spelling of a query among its equal spellings: the parameters in a fixed order, without defaults. Different
 * queries have different canonical URIs. Only characters that separate parameters and values are encoded, so that
 * people can read it.
 *
 * @param text the path and the parameters
 */
public record CanonicalUri(String text) {

    private static final String SEPARATORS = "%&,#+ ?";

    /** Adds a parameter, unless it has no values. */
    public CanonicalUri with(String parameter, Collection<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        String joined = values.stream().map(CanonicalUri::encode).collect(Collectors.joining(","));
        return new CanonicalUri(text + (text.contains("?") ? "&" : "?") + parameter + "=" + joined);
    }

    /** Adds a parameter, unless it is absent. */
    public CanonicalUri with(String parameter, Optional<String> value) {
        return with(parameter, value.map(List::of).orElse(List.of()));
    }

    private static String encode(String value) {
        return value.codePoints()
                .mapToObj(Character::toString)
                .map(character -> SEPARATORS.contains(character) || character.charAt(0) < ' '
                        ? "%%%02X".formatted((int) character.charAt(0))
                        : character)
                .collect(Collectors.joining());
    }
}
