package org.gongkai.filing.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListOrder.Key;
import org.gongkai.http.listing.ListSort;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;

/** The sort criteria of the list of reports. */
@Schema(
        name = "ReportOrder",
        description = "A criterion to sort reports by; with a minus before it, from high to low.",
        type = SchemaType.STRING,
        enumeration = {
            "agency",
            "-agency",
            "category",
            "-category",
            "district",
            "-district",
            "status",
            "-status",
            "submittedAt",
            "-submittedAt",
            "year",
            "-year"
        })
final class ReportSort {

    static final ListSort<Revision> KEYS = new ListSort<>(
            Map.of(
                    "agency", Key.ofCode("f.id.agency", revision -> revision.id.agency()),
                    "category", Key.ofCode("a.category.code", revision -> revision.filing.agency.category.code),
                    "district", Key.ofCode("a.district.code", revision -> revision.filing.agency.district.code),
                    "status", Key.ofChoice("r.status", RevisionStatus.class, revision -> revision.status),
                    "submittedAt", Key.ofInstant("r.submittedAt", revision -> revision.submittedAt),
                    "year", Key.ofNumber("f.id.year", revision -> revision.id.year())),
            ListOrder.<Revision>byCode("f.id.agency", revision -> revision.id.agency())
                    .thenByNumber("f.id.year", revision -> revision.id.year()));

    private ReportSort() {}

    /** Checks the parameter. */
    @ApplicationScoped
    static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return KEYS.faults(name, values);
        }
    }
}
