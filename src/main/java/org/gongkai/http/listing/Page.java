package org.gongkai.http.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list. The {@code Link} header (RFC 8288) leads to the first, previous, next and last page.
 *
 * @param items the entries of this page, in a stable order
 * @param page number of the page, from 0
 * @param size maximum number of entries on a page
 * @param total entries on all pages
 * @param next cursor of the next page: the value for {@code after}; absent on the last page
 */
public record Page<T>(
        @Schema(maxItems = Page.MAX_SIZE) List<T> items,
        @Schema(minimum = "0") int page,
        @Schema(minimum = "1", maximum = "" + Page.MAX_SIZE) int size,
        @Schema(minimum = "0") long total,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = ListOrder.CURSOR_PATTERN, examples = "430212-finance")
        String next) {

    /** Maximum number of entries on a page. */
    static final int MAX_SIZE = 500;

    /** Returns this page with each entry converted. */
    public <U> Page<U> map(Function<T, U> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), page, size, total, next);
    }
}
