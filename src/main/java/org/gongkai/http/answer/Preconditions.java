package org.gongkai.http.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.http.semantics.ContentCoding;

/** The conditions of a request on the current entity tag (RFC 9110, section 13). */
public final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    /** Conditions that always hold. */
    public static final Preconditions NONE = new Preconditions(Optional.empty(), Optional.empty());

    private final Optional<String> ifMatch;
    private final Optional<String> ifNoneMatch;
    private final ContentCoding coding;

    /** Creates conditions from the values of {@code If-Match} and {@code If-None-Match}. */
    public Preconditions(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        this(ifMatch, ifNoneMatch, ContentCoding.IDENTITY);
    }

    private Preconditions(Optional<String> ifMatch, Optional<String> ifNoneMatch, ContentCoding coding) {
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
        this.coding = coding;
    }

    public static Preconditions of(HttpHeaders headers) {
        return new Preconditions(
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH)),
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)),
                ContentCoding.preferred(headers));
    }

    public static Preconditions of(ContainerRequestContext request) {
        return new Preconditions(
                Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_MATCH)),
                Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_NONE_MATCH)),
                ContentCoding.preferred(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING)));
    }

    /**
     * Returns whether the conditions allow a change of the resource that has this tag, in any coding; empty if the
     * resource does not exist.
     */
    public boolean allowChange(Optional<EntityTag> current) {
        List<EntityTag> tags = current.stream()
                .flatMap(tag -> Stream.of(ContentCoding.values()).map(any -> any.tag(tag)))
                .toList();
        return ifMatch.map(header -> matches(header, tags, false)).orElse(true)
                && !ifNoneMatch.map(header -> matches(header, tags, true)).orElse(false);
    }

    /** Returns whether {@code If-Match} has a weak tag, which never matches. */
    public boolean requiresWeakTag() {
        return ifMatch.stream().flatMap(header -> TAG.matcher(header).results()).anyMatch(tag -> tag.group(1) != null);
    }

    /**
     * Returns the tag of the representation that the client already has: in the coding that it prefers, or in none,
     * which it can always read.
     *
     * @param current the tag of the current representation, without a coding
     * @return empty if the client has neither
     */
    public Optional<EntityTag> held(EntityTag current) {
        return Stream.of(coding.tag(current), current)
                .filter(tag -> ifNoneMatch.isPresent() && matches(ifNoneMatch.get(), List.of(tag), true))
                .findFirst();
    }

    /**
     * Returns whether a header matches one of the tags. A weak tag matches only in a weak comparison, that is in {@code
     * If-None-Match}.
     */
    private static boolean matches(String header, List<EntityTag> current, boolean weakly) {
        List<String> given = tags(header, weakly);
        return current.stream().anyMatch(tag -> header.strip().equals("*") || given.contains(tag.getValue()));
    }

    private static List<String> tags(String header, boolean weakly) {
        return TAG.matcher(header)
                .results()
                .filter(tag -> weakly || tag.group(1) == null)
                .map(tag -> tag.group(2))
                .toList();
    }
}
