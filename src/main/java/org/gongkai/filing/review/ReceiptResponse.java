package org.gongkai.filing.review;

import org.gongkai.filing.revision.EntityTags;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.http.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** The response that carries a receipt: in the language of the caller, with the entity tag of the revision. */
public final class ReceiptResponse {

    private ReceiptResponse() {}

    /** Returns the whole receipt of a revision that the caller has changed. */
    static RestResponse<Receipt> ok(RevisionSnapshot snapshot, Caller caller) {
        return of(RestResponse.StatusCode.OK, snapshot, caller, Visibility.FULL);
    }

    /**
     * Returns the receipt of a revision.
     *
     * @param status the HTTP status
     * @param snapshot the revision
     * @param caller who receives it
     * @param visibility how much of it the caller may see
     */
    public static RestResponse<Receipt> of(
            int status, RevisionSnapshot snapshot, Caller caller, Visibility visibility) {
        Receipt receipt = Receipt.of(snapshot, caller.language(), visibility);
        RestResponse.ResponseBuilder<Receipt> response = RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status), receipt)
                .tag(EntityTags.of(snapshot.revision()));
        return caller.withContentLanguage(response).build();
    }
}
