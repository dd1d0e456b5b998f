package org.gongkai.security.tokens;

import java.time.Instant;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists tokens, the newest first. */
final class TokenLists {

    private TokenLists() {}

    static RestResponse<Page<TokenEntry>> page(Criteria criteria, Paging paging, Instant now) {
        return paging.answer(paging.of(new ListQuery<>(
                        (condition, sort, values) -> RecordedToken.find(condition, sort, values),
                        criteria,
                        ListOrder.<RecordedToken>byNumberDescending("number", token -> token.number)))
                .map(token -> TokenEntry.of(token, now)));
    }
}
