package org.gongkai.http.fairuse;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadLimits;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits the requests of each client: their rate, and the number of them under way. Answers that come from the cache
 * without authentication do not count: refusing them would cost as much as sending them.
 */
public class FairUse {

    /** The priority of the filter: the client is known, and nothing has been done for the request yet. */
    private static final int PRIORITY = Priorities.AUTHORIZATION - 100;

    private static final Text TOO_FAST =
            new Text("请求过于频繁：每个客户端平均每秒最多 %s 次", "Too many requests: each client may send %s a second on average");

    private static final Text TOO_MANY =
            new Text("同时进行的请求过多：每个客户端最多 %s 个", "Too many requests under way: each client may have %s at the same time");

    private final LoadLimits limits;
    private final ClientBuckets requests;
    private final RateLimitHeaders headers;
    private final ConcurrentMap<Client, Integer> underWay = new ConcurrentHashMap<>();

    FairUse(LoadLimits limits) {
        this.limits = limits;
        this.requests = new ClientBuckets(limits.requestBurst(), limits.requestRate(), Duration.ofSeconds(1));
        this.headers = new RateLimitHeaders("requests", limits.requestBurst(), limits.requestRate());
    }

    @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
    Uni<Void> admit(ContainerRequestContext request, RoutingContext context) {
        if (!limits.fairUse()) {
            return null;
        }
        if (context.user() != null || request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            limit(request, context);
            return null;
        }
        return authenticated(context).invoke(known -> limit(request, context)).replaceWithVoid();
    }

    /**
     * Authenticates the caller of an operation that is open to all, which the framework does not do: several holders of
     * tokens may have one address. An invalid token counts as none.
     */
    private static Uni<SecurityIdentity> authenticated(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null).onFailure().recoverWithNull();
    }

    private void limit(ContainerRequestContext request, RoutingContext context) {
        Client client =
                Client.of(request.getSecurityContext(), context.request().remoteAddress());
        limitRate(client, context);
        limitConcurrency(client, context);
    }

    private void limitRate(Client client, RoutingContext context) {
        ConsumptionProbe probe = requests.of(client).tryConsumeAndReturnRemaining(1);
        headers.write(probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()), context.response());
        if (!probe.isConsumed()) {
            throw refusal(TOO_FAST.with(limits.requestRate()), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private void limitConcurrency(Client client, RoutingContext context) {
        int count = underWay.merge(client, 1, Integer::sum);
        AtomicBoolean released = new AtomicBoolean();
        Runnable release = () -> {
            if (released.compareAndSet(false, true)) {
                underWay.computeIfPresent(client, (key, others) -> others > 1 ? others - 1 : null);
            }
        };
        // An answer that is being read needs no thread, and its memory has a limit of its own.
        context.addHeadersEndHandler(answered -> release.run());
        context.addEndHandler(ended -> release.run());
        if (count > limits.concurrentRequests()) {
            throw refusal(TOO_MANY.with(limits.concurrentRequests()), Duration.ofSeconds(1));
        }
    }

    static ProblemException refusal(Text detail, Duration delay) {
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail)
                .with(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, RateLimitHeaders.seconds(delay))));
    }
}
