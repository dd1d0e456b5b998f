package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import org.gongkai.filing.receipt.ReceiptKeys;
import org.gongkai.security.Actor;

/** The command {@code receipt-key rotate}: replaces the key that signs receipts, and then exits without serving requests. */
class RotateReceiptKey implements QuarkusApplication {

    private final ReceiptKeys keys;

    RotateReceiptKey(ReceiptKeys keys) {
        this.keys = keys;
    }

    @Override
    public int run(String... args) {
        System.out.printf("Receipts are signed by the new key %s%n", keys.rotate(Actor.SYSTEM));
        return 0;
    }
}
