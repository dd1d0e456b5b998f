package org.gongkai.statistics.consolidated;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.statistics.data.AsOf;
import org.gongkai.statistics.data.Basis;

/**
 * A consolidated report that can be made.
 *
 * @param year the report year, and its form
 * @param district code of the district, with all that lies in it; empty for all there is
 * @param basis which revisions are added up
 * @param asOf the instant as of which is asked; empty for now
 */
record ConsolidationQuery(ReportYear year, Optional<String> district, Basis basis, Optional<Instant> asOf) {

    /** Makes a question of the parameters, or says everything that is wrong with them. */
    static ConsolidationQuery read(ReportYear year, ConsolidationParameters parameters) {
        Optional<String> district = Optional.ofNullable(parameters.district);
        List<ParameterFault> faults = new ArrayList<>(Panache.getSession()
                .doReturningWork(connection -> RegisteredCodes.unknown(
                        CodeList.DISTRICT, district.stream().toList(), connection)));
        if (parameters.basis != null && !Basis.codes().contains(parameters.basis)) {
            faults.add(ParameterFault.unknownValue("basis", parameters.basis, Basis.codes()));
        }
        Optional<Instant> asOf = AsOf.read(parameters.asOf, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
        return new ConsolidationQuery(year, district, Basis.of(parameters.basis), asOf);
    }
}
