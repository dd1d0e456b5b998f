package org.gongkai.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds a token to a request that has none: the submitter's token for an operation of an agency, otherwise the office's
 * token.
 */
final class DefaultCredentials implements Filter {

    private static final Pattern REPORT =
            Pattern.compile("/api/v1/reports/([^/]+)/[^/]+(/explanations|/revisions/[^/]+(/withdrawal-request)?)?");

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (!request.getHeaders().hasHeaderWithName("Authorization")) {
            request.header("Authorization", "Bearer " + token(request));
        }
        return context.next(request, response);
    }

    private String token(FilterableRequestSpecification request) {
        Matcher report = REPORT.matcher(URI.create(request.getURI()).getPath());
        boolean byAgency = report.matches()
                && (request.getMethod().equals(Method.PUT.name())
                        || request.getMethod().equals(Method.POST.name())
                        || request.getMethod().equals(Method.DELETE.name()));
        return byAgency
                ? tokens.computeIfAbsent(report.group(1), TestIssuer::submitter)
                : tokens.computeIfAbsent("", office -> TestIssuer.oversight());
    }
}
