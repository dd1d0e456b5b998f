package org.gongkai.filing.carryover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.problem.ParameterFault;

/** The order of the ledger. */
@Schema(
        enumeration = {"agency", "-difference"},
        defaultValue = "agency",
        examples = "-difference")
public enum CarryOverOrder {
    /** By code of the agency, year and column of the form. */
    AGENCY("agency", ListOrder.byCode("id.agency", line -> line.id.agency())),
    /** The largest difference in either direction first, and lines without a difference last. */
    DIFFERENCE(
            "-difference",
            ListOrder.<CarryOverLine>byNumberDescending("weight", line -> line.weight)
                    .thenByCode("id.agency", line -> line.id.agency()));

    private final String code;
    private final ListOrder<CarryOverLine> order;

    CarryOverOrder(String code, ListOrder<CarryOverLine> leading) {
        this.code = code;
        this.order = leading.thenByNumber("id.year", line -> line.id.year())
                .thenByNumber("columnNumber", line -> line.columnNumber);
    }

    ListOrder<CarryOverLine> order() {
        return order;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static CarryOverOrder fromString(String code) {
        return ParameterFault.choose("orderBy", code, values(), order -> order.code);
    }
}
