package org.gongkai.filing.receipt;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The public part of a key that signs receipts, or did. It is never deleted. */
@Entity
@Immutable
public class ReceiptKey extends PanacheEntityBase {

    /** The thumbprint of the key (RFC 7638). */
    @Id
    public String id;

    public byte[] publicKey;

    public Instant createdAt;

    /** Returns all keys, the newest first. */
    static List<ReceiptKey> newestFirst() {
        return listAll(Sort.descending("createdAt").and("id"));
    }
}
