package org.gongkai.filing.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.jboss.logging.Logger;

/**
 * Signs receipts when they are answered. Signatures are not stored. The key is read at the start, and again about every
 * minute while receipts are signed, by a thread of its own: no receipt waits for the database.
 */
@ApplicationScoped
public class ReceiptSigner {

    private static final Logger LOG = Logger.getLogger(ReceiptSigner.class);

    /** The time in which a replica learns that another one has replaced the key. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final ReceiptKeys keys;
    private final ObjectMapper mapper;
    private final SigningKey sandboxKey = SigningKey.generate();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Loaded loaded;

    ReceiptSigner(ReceiptKeys keys, ObjectMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    /**
     * The key, and when it was read.
     *
     * @param readAt time by {@link System#nanoTime()}
     */
    private record Loaded(SigningKey key, long readAt) {

        boolean isOld() {
            return System.nanoTime() - readAt > MAX_AGE.toNanos();
        }
    }

    void loadAtStart(@Observes StartupEvent start) {
        renew();
    }

    /**
     * Returns the signature of the receipt of a revision: a compact JWS, whose payload is what it states. That of a test is
     * signed with a key that is never published, so that no one can take it for a real one; its form is the same, so that
     * clients need no other model of a receipt.
     */
    public String sign(RevisionSnapshot snapshot) {
        SigningKey signing = snapshot.isInSandbox() ? sandboxKey : key();
        try {
            return signing.sign(mapper.writeValueAsBytes(SignedReceipt.of(snapshot)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The receipt cannot be written as JSON", e);
        }
    }

    private SigningKey key() {
        Loaded current = loaded;
        if (current == null) {
            return load();
        }
        if (current.isOld() && renewing.compareAndSet(false, true)) {
            Infrastructure.getDefaultWorkerPool().execute(this::renew);
        }
        return current.key();
    }

    /** Reads the key again. While the database is away, the last one stays. */
    private void renew() {
        try {
            load();
        } catch (RuntimeException failed) {
            LOG.warnf("The key of receipts could not be read: %s", failed.getMessage());
        } finally {
            renewing.set(false);
        }
    }

    private SigningKey load() {
        SigningKey key = keys.current();
        loaded = new Loaded(key, System.nanoTime());
        return key;
    }
}
