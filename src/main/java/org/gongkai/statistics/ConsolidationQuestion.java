package org.gongkai.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Districts;
import org.gongkai.registry.Named;
import org.gongkai.registry.Register;

/**
 * A consolidated report that can be made.
 *
 * @param year the report year, and its form
 * @param district the district, with all that lies in it; empty for all there is
 * @param basis which revisions are added up
 */
record ConsolidationQuestion(ReportYear year, Optional<Named> district, String basis) {

    private static final String ACCEPTED = "accepted";

    /** Makes a question of the parameters, or says everything that is wrong with them. */
    static ConsolidationQuestion read(ReportYear year, ConsolidationParameters parameters) {
        Optional<String> district = Optional.ofNullable(parameters.district);
        String basis = parameters.basis == null ? ACCEPTED : parameters.basis;
        List<ParameterFault> faults =
                new ArrayList<>(Register.DISTRICT.unknown(district.stream().toList()));
        if (!basis.equals(ACCEPTED)) {
            faults.add(ParameterFault.unknownValue("basis", basis, List.of(ACCEPTED)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
        return new ConsolidationQuestion(year, district.map(ConsolidationQuestion::named), basis);
    }

    private static Named named(String code) {
        return new Named(code, Districts.require(code).name);
    }
}
