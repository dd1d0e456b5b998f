package org.gongkai.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The conditions of a request on the current entity tag (RFC 9110, section 13). */
public final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    /** Conditions that always hold. */
    public static final Preconditions NONE = new Preconditions(Optional.empty(), Optional.empty());

    private final Optional<String> ifMatch;
    private final Optional<String> ifNoneMatch;

    /** Creates conditions from the values of {@code If-Match} and {@code If-None-Match}. */
    public Preconditions(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
    }

    public static Preconditions of(HttpHeaders headers) {
        return new Preconditions(
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH)),
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)));
    }

    /**
     * Returns whether the conditions allow a change of the resource that has this tag; empty if the resource does not
     * exist.
     */
    public boolean allowChange(Optional<EntityTag> current) {
        return ifMatch.map(header -> matches(header, current, false)).orElse(true)
                && !ifNoneMatch.map(header -> matches(header, current, true)).orElse(false);
    }

    /** Returns whether the client already has the representation with this tag. */
    public boolean alreadyHas(EntityTag current) {
        return ifNoneMatch
                .map(header -> matches(header, Optional.of(current), true))
                .orElse(false);
    }

    /**
     * Returns whether a header matches the tag. A weak tag matches only in a weak comparison, that is in {@code
     * If-None-Match}.
     */
    private static boolean matches(String header, Optional<EntityTag> current, boolean weakly) {
        return current.isPresent()
                && (header.strip().equals("*")
                        || tags(header, weakly).contains(current.get().getValue()));
    }

    private static List<String> tags(String header, boolean weakly) {
        return TAG.matcher(header)
                .results()
                .filter(tag -> weakly || tag.group(1) == null)
                .map(tag -> tag.group(2))
                .toList();
    }
}
