package org.gongkai.http.parameter;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads {@code figure[]=} as {@code figure=}: axios and other clients write lists in this way unless they are told not to. */
class BracketedLists {

    private static final String BRACKETS = "[]";
    private static final String ENCODED = "%5B%5D";

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void removeBrackets(RoutingContext context) {
        String query = context.request().query();
        if (query != null && (query.contains(BRACKETS) || query.contains(ENCODED))) {
            MultiMap parameters = context.queryParams();
            for (String name : List.copyOf(parameters.names())) {
                if (name.endsWith(BRACKETS)) {
                    List<String> values = parameters.getAll(name);
                    parameters.remove(name).add(name.substring(0, name.length() - BRACKETS.length()), values);
                }
            }
        }
    }
}
