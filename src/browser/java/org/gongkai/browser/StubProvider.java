package org.gongkai.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An identity provider that exists in the browser only, at an address of the service. Its page has a link for each answer. Its
 * access token is one of the local issuer.
 */
final class StubProvider {

    static final String READER = "张三";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "gongkai-pages";

    private final String issuer;
    private final String accessToken;
    private final List<Map<String, String>> exchanges = new ArrayList<>();

    private String nonce;
    private boolean isConfused;
    private int validity = 300;

    /**
     * @param site the address of the service
     * @param accessToken the access token of whoever logs in
     */
    StubProvider(BrowserContext context, String site, String accessToken) {
        this.issuer = site + "/provider";
        this.accessToken = accessToken;
        context.route(site + "/api/v1/login", route -> answer(route, login()));
        context.route(issuer + "/.well-known/openid-configuration", route -> answer(route, metadata()));
        context.route(issuer + "/authorize?**", this::authorize);
        context.route(issuer + "/token", this::exchange);
        context.route(issuer + "/logout?**", this::logOut);
    }

    /** Returns the forms that the pages have sent to the token endpoint. */
    List<Map<String, String>> exchanges() {
        return exchanges;
    }

    /** Sets the validity of access tokens that are issued from now on, in seconds. */
    void setValidity(int seconds) {
        validity = seconds;
    }

    /** Issues ID tokens for another request from now on. */
    void confuseRequests() {
        isConfused = true;
    }

    private Map<String, Object> login() {
        return Map.of("issuer", issuer, "clientId", CLIENT, "scope", "openid");
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer,
                "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token",
                "end_session_endpoint", issuer + "/logout");
    }

    private void authorize(Route route) {
        Map<String, String> request = form(URI.create(route.request().url()).getRawQuery());
        nonce = isConfused ? "that-of-another-request" : request.get("nonce");
        String back = request.get("redirect_uri") + "?state=" + request.get("state");
        page(
                route,
                link("allow", back + "&code=the-code"),
                link("deny", back + "&error=access_denied&error_description=Not+today"));
    }

    private void exchange(Route route) {
        exchanges.add(form(route.request().postData()));
        answer(
                route,
                Map.of(
                        "token_type",
                        "Bearer",
                        "access_token",
                        accessToken,
                        "id_token",
                        idToken(),
                        "refresh_token",
                        "the-refresh-token",
                        "expires_in",
                        validity));
    }

    private void logOut(Route route) {
        Map<String, String> request = form(URI.create(route.request().url()).getRawQuery());
        page(route, link("leave", request.get("post_logout_redirect_uri") + "?state=" + request.get("state")));
    }

    private String idToken() {
        return "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(json(Map.of("iss", issuer, "aud", CLIENT, "nonce", nonce, "name", READER))
                                .getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }

    private static String link(String id, String address) {
        return "<a id='%s' href='%s'>%s</a>".formatted(id, address.replace("&", "&amp;"), id);
    }

    private static void page(Route route, String... links) {
        route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(String.join(" ", links)));
    }

    private static void answer(Route route, Map<String, Object> content) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json(content)));
    }

    private static String json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
