package org.gongkai.filing.receipt;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;

/** The key that signs receipts now, with its private part. There is one at most. */
@Entity
class ReceiptSigningKey extends PanacheEntityBase {

    /** The value true, which keeps the table at one row. */
    @Id
    public boolean single;

    /** The id of the {@link ReceiptKey}. */
    public String key;

    public byte[] privateKey;

    static Optional<ReceiptSigningKey> current() {
        return findByIdOptional(true);
    }
}
