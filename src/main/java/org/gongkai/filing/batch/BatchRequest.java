package org.gongkai.filing.batch;

import java.time.Instant;
import org.gongkai.filing.receipt.ReceiptSigner;
import org.gongkai.security.Actor;
import org.gongkai.security.Reach;
import org.gongkai.text.Language;

/**
 * The common properties of all items of a batch.
 *
 * @param actor the submitter
 * @param receivedAt time at which the service began to receive the batch
 * @param reach the reports that the actor may submit
 * @param language language of the response
 * @param signer signs the receipts
 * @param path path of the request
 * @param id id of the request
 * @param maxItemSize maximum size of an item in bytes
 * @param dryRun whether nothing is stored
 */
record BatchRequest(
        Actor actor,
        Instant receivedAt,
        Reach reach,
        Language language,
        ReceiptSigner signer,
        String path,
        String id,
        long maxItemSize,
        boolean dryRun) {}
