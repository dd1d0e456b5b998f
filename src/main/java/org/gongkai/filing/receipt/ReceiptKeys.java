package org.gongkai.filing.receipt;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.security.Actor;

/** The keys of receipts in the database, which all replicas of the service share. */
@ApplicationScoped
public class ReceiptKeys {

    /** Lets one replica at a time replace the key. Others can still read it. */
    private static final String LOCK = "lock table receipt_signing_key in share row exclusive mode";

    private final AuditLog auditLog;

    ReceiptKeys(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /** Returns the public keys of all signatures, the newest first. */
    @Transactional
    List<ReceiptKey> published() {
        return ReceiptKey.newestFirst();
    }

    /** Returns the key that signs now, and creates the first one. The transaction is its own: the key stays. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    SigningKey current() {
        return stored().orElseGet(() -> {
            lock();
            return stored().orElseGet(this::create);
        });
    }

    /**
     * Replaces the key that signs. Its public part stays in the key set, and its private part is deleted. Other replicas
     * sign by the new key within a minute.
     *
     * @return the id of the new key
     */
    @Transactional
    public String rotate(Actor actor) {
        lock();
        ReceiptSigningKey.deleteAll();
        String id = create().id();
        auditLog.record(
                AuditEntry.of(EventType.RECEIPT_KEY_ROTATED, "receipt-keys", null, null)
                        .with(Map.of("key", id)),
                actor);
        return id;
    }

    private static void lock() {
        Panache.getEntityManager().createNativeQuery(LOCK).executeUpdate();
    }

    private static Optional<SigningKey> stored() {
        Panache.getEntityManager().clear();
        return ReceiptSigningKey.current().map(key -> new SigningKey(key.privateKey));
    }

    private SigningKey create() {
        SigningKey key = SigningKey.generate();
        ReceiptKey published = new ReceiptKey();
        published.id = key.id();
        published.publicKey = key.publicKey();
        published.createdAt = auditLog.now();
        published.persistAndFlush();
        ReceiptSigningKey signing = new ReceiptSigningKey();
        signing.single = true;
        signing.key = key.id();
        signing.privateKey = key.privateKey();
        signing.persistAndFlush();
        return key;
    }
}
