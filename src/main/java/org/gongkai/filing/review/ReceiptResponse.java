package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.filing.receipt.ReceiptSigner;
import org.gongkai.filing.revision.EntityTags;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.http.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** The response that carries a signed receipt: in the language of the caller, with the entity tag of the revision. */
@ApplicationScoped
public class ReceiptResponse {

    private final ReceiptSigner signer;
    private final Caller caller;

    ReceiptResponse(ReceiptSigner signer, Caller caller) {
        this.signer = signer;
        this.caller = caller;
    }

    /** Returns the whole receipt of a revision that the caller has changed. */
    RestResponse<Receipt> ok(RevisionSnapshot snapshot) {
        return of(RestResponse.StatusCode.OK, snapshot, Visibility.FULL);
    }

    /**
     * Returns the receipt of a revision.
     *
     * @param status the HTTP status
     * @param snapshot the revision
     * @param visibility how much of it the caller may see
     */
    public RestResponse<Receipt> of(int status, RevisionSnapshot snapshot, Visibility visibility) {
        Receipt receipt = Receipt.of(snapshot, caller.language(), visibility, signer);
        RestResponse.ResponseBuilder<Receipt> response = RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status), receipt)
                .tag(EntityTags.of(snapshot.revision()));
        return caller.withContentLanguage(response).build();
    }
}
