package org.gongkai.pages;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Content-Security-Policy of the pages. Scripts and styles come from the service only, and none are inline: a text that a
 * report contains can never become a script. Icons and calls go to the service only; with an identity provider, calls also go
 * to its origin.
 */
final class PagePolicy {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PagePolicy() {}

    /**
     * Returns the policy.
     *
     * @param provider address of the identity provider, with any path
     */
    static String with(Optional<URI> provider) {
        return POLICY.formatted(Stream.concat(Stream.of("'self'"), provider.map(PagePolicy::origin).stream())
                .collect(Collectors.joining(" ")));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
