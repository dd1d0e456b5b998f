package org.gongkai.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.gongkai.security.Actor;
import org.gongkai.text.Language;
import org.jboss.resteasy.reactive.RestResponse;

/** Who asks, and in which language to answer. */
@RequestScoped
public class Caller {

    /** The name of whoever has not said who they are. */
    private static final String ANONYMOUS = "anonymous";

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    HttpServerRequest request;

    /** Who asks, for what is written down. */
    public Actor actor() {
        Principal principal = security.getUserPrincipal();
        return new Actor(
                principal == null ? ANONYMOUS : principal.getName(),
                request.remoteAddress().hostAddress());
    }

    public Language language() {
        return Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Says in which language the answer is, and that there are others, and for others. */
    public <T> RestResponse.ResponseBuilder<T> withContentLanguage(RestResponse.ResponseBuilder<T> answer) {
        return answer.language(language().locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.AUTHORIZATION);
    }
}
