package org.gongkai.filing.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListOrder.Key;
import org.gongkai.http.listing.ListSort;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;

/** The sort criteria of the work list. */
@Schema(
        name = "WorkOrder",
        description = "A criterion to sort the work list by; with a minus before it, from high to low.",
        type = SchemaType.STRING,
        enumeration = {
            "agency",
            "-agency",
            "category",
            "-category",
            "deadline",
            "-deadline",
            "district",
            "-district",
            "openWarnings",
            "-openWarnings",
            "since",
            "-since",
            "submittedAt",
            "-submittedAt",
            "weight",
            "-weight",
            "year",
            "-year"
        })
final class WorkSort {

    private static final Key<WorkItem> SINCE = Key.ofInstant("since", item -> item.since);
    private static final Key<WorkItem> AGENCY = Key.ofCode("id.agency", item -> item.id.agency());
    private static final Key<WorkItem> YEAR = Key.ofNumber("id.year", item -> item.id.year());

    static final ListSort<WorkItem> KEYS = new ListSort<>(
            Map.of(
                    "agency", AGENCY,
                    "category", Key.ofCode("category.code", item -> item.category.code),
                    "deadline", Key.ofDay("due", item -> item.due),
                    "district", Key.ofCode("district.code", item -> item.district.code),
                    "openWarnings", Key.ofNumber("openWarnings", item -> item.openWarnings),
                    "since", SINCE,
                    "submittedAt", Key.ofInstant("submittedAt", item -> item.submittedAt),
                    "weight", Key.ofNumber("weight", item -> item.weight),
                    "year", YEAR),
            // A report may have a revision in force and another one that waits.
            new ListOrder<>(List.of(SINCE, AGENCY, YEAR, Key.ofNumber("id.revision", item -> item.id.revision()))));

    private WorkSort() {}

    /** Checks the parameter. */
    @ApplicationScoped
    static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return KEYS.faults(name, values);
        }
    }
}
