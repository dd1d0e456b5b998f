package org.gongkai.security.tokens;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gongkai.security.Revocations;
import org.jboss.logging.Logger;

/**
 * The revoked tokens, in memory: no request asks the database. A revocation by this replica is known when its transaction
 * has ended. Those of other replicas are read every few seconds.
 */
@ApplicationScoped
class RevokedTokens implements Revocations {

    private static final Logger LOG = Logger.getLogger(RevokedTokens.class);

    /** The time between two reads. A revocation is effective on every replica within this time, and promised within a minute. */
    private static final int SECONDS = 5;

    private static final String REVOKED = "revokedAt is not null and expiresAt > ?1";

    private final Clock clock;
    private final Map<String, TokenRevoked> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("revoked-tokens", true));

    RevokedTokens(Clock clock) {
        this.clock = clock;
    }

    /** Reads the revocations before the first request, and then again and again. */
    void start(@Observes StartupEvent start) {
        read();
        timer.scheduleWithFixedDelay(this::read, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        timer.shutdownNow();
    }

    void revoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokenRevoked revocation) {
        known.merge(revocation.id(), revocation, TokenRevoked::orEarlier);
    }

    @Override
    public Optional<Instant> revokedAt(String id) {
        Instant now = clock.instant();
        return Optional.ofNullable(known.get(id))
                .map(TokenRevoked::revokedAt)
                .filter(revokedAt -> !now.isBefore(revokedAt));
    }

    /** Adds what is stored. A revocation is never undone, so none is removed before its token has expired. */
    private void read() {
        try {
            QuarkusTransaction.requiringNew().call(this::stored).forEach(this::revoked);
            Instant now = clock.instant();
            known.values().removeIf(revocation -> !now.isBefore(revocation.expiresAt()));
        } catch (RuntimeException failed) {
            LOG.warnf("Revoked tokens could not be read: %s", failed.getMessage());
        }
    }

    private List<TokenRevoked> stored() {
        return RecordedToken.<RecordedToken>list(REVOKED, clock.instant()).stream()
                .map(token -> new TokenRevoked(token.id, token.revokedAt, token.expiresAt))
                .toList();
    }
}
