package org.gongkai.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.gongkai.http.load.Client;
import org.gongkai.security.Actor;
import org.gongkai.security.Role;
import org.gongkai.text.Language;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller of the current request: identity and language. */
@RequestScoped
public class Caller {

    /** The headers that an answer in the language of the caller depends on, for {@code Vary}. */
    public static final String VARY = HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.AUTHORIZATION;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    HttpServerRequest request;

    /** Returns the caller as the actor for the audit log. */
    public Actor actor() {
        Principal principal = security.getUserPrincipal();
        return new Actor(
                principal == null ? Actor.ANONYMOUS : principal.getName(),
                request.remoteAddress().hostAddress(),
                security.isUserInRole(Role.SANDBOX));
    }

    /** Returns the caller as the limits on load count it. */
    public Client client() {
        return Client.of(security, request.remoteAddress());
    }

    public Language language() {
        return Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Sets {@code Content-Language}, and {@code Vary}: the answer depends on the language and on the caller. */
    public <T> RestResponse.ResponseBuilder<T> withContentLanguage(RestResponse.ResponseBuilder<T> answer) {
        return answer.language(language().locale()).header(HttpHeaders.VARY, VARY);
    }
}
