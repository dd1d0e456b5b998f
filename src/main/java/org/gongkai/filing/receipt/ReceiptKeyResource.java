package org.gongkai.filing.receipt;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys of signed receipts. */
@Path("/api/v1/receipt-keys")
@Tag(name = "reports")
public class ReceiptKeyResource {

    private final ReceiptKeys keys;

    ReceiptKeyResource(ReceiptKeys keys) {
        this.keys = keys;
    }

    /**
     * Returns the public keys that verify the signatures of receipts (JWKS). Keys that no longer sign stay in the set, so
     * that old receipts can be verified.
     */
    @GET
    @PermitAll
    @Operation(summary = "Get the keys of receipts")
    public ReceiptKeySet getReceiptKeys() {
        return new ReceiptKeySet(
                keys.published().stream().map(ReceiptKeySet.Key::of).toList());
    }
}
