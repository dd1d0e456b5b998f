package org.gongkai.filing.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.cycle.Obligation;
import org.gongkai.cycle.ObligationId;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.Agency;
import org.gongkai.report.ReportHead;

/** Finds reports in force, in a transaction that ends before the report is rendered. */
@ApplicationScoped
public class ReportsInForce {

    /**
     * A report in force.
     *
     * @param revision the revision in force
     * @param content the report as JSON
     * @param agencyName name of the agency in the report year
     */
    record ReportInForce(RevisionRow revision, String content, String agencyName) {

        ReportHead head() {
            return new ReportHead(revision.agency(), agencyName, revision.year(), revision.revision());
        }
    }

    /**
     * Returns the report in force.
     *
     * @param asOf an instant in the past; empty for now
     * @throws ProblemException when the agency is unknown
     */
    @Transactional
    Optional<ReportInForce> find(String code, int year, Optional<Instant> asOf) {
        Agency agency = Agencies.require(code);
        FilingId filing = FilingId.of(code, year);
        return asOf.map(instant -> Revision.inForceAt(filing, instant))
                .orElseGet(() -> Revision.inForce(filing))
                .map(revision -> new ReportInForce(revision.row(), revision.content, name(agency, year)));
    }

    /** Returns the number of the newest revision if it is newer than the one in force and was not withdrawn. */
    @Transactional
    OptionalInt newerThanInForce(String code, int year) {
        return Revision.newest(FilingId.of(code, year)).stream()
                .filter(newest -> newest.status == RevisionStatus.SUBMITTED || newest.status == RevisionStatus.RETURNED)
                .mapToInt(newest -> newest.id.revision())
                .findFirst();
    }

    /** Returns the name from the roster of the year, or else the name at the end of the year. */
    public static String name(Agency agency, int year) {
        Optional<Obligation> owed = Obligation.findByIdOptional(new ObligationId((short) year, agency.code));
        return owed.map(line -> line.name).orElseGet(() -> agency.nameOn(LocalDate.of(year, 12, 31)));
    }
}
