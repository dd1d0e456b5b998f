package org.gongkai.filing;

import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Contents;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RootCause;
import org.gongkai.rules.RuleBook;

/**
 * What could be read of a report, and everything that keeps it from being stored.
 *
 * @param contents what it says, as far as it could be read
 * @param faults faults of shape and of arithmetic
 */
record Reading(Contents contents, List<Fault> faults) {

    /** The cells that probably explain several faults each. */
    List<RootCause> causes() {
        return RuleBook.of(contents.form()).rootCauses(contents, faults);
    }

    /** Refuses the report when anything is wrong with it. */
    void refuse() {
        if (!faults.isEmpty()) {
            throw ProblemException.ofFaults(ProblemType.REPORT_REJECTED, faults, causes());
        }
    }
}
