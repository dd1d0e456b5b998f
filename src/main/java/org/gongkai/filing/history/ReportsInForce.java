package org.gongkai.filing.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.cycle.Obligation;
import org.gongkai.cycle.ObligationId;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;

/** Finds reports in force, in a transaction that ends before the report is rendered. */
@ApplicationScoped
class ReportsInForce {

    /**
     * A report in force.
     *
     * @param revision the revision in force
     * @param content the report as JSON
     * @param agencyName name of the agency in the report year
     * @param waiting number of the newest revision if that is a newer one, otherwise empty
     */
    record ReportInForce(RevisionRow revision, String content, String agencyName, OptionalInt waiting) {}

    /**
     * Returns the report in force.
     *
     * @throws ProblemException when the agency is unknown or has no report in force for the year
     */
    @Transactional
    ReportInForce require(String code, int year) {
        Agency agency = Agencies.require(code);
        FilingId filing = FilingId.of(code, year);
        Revision revision = Revision.inForce(filing).orElseThrow(() -> NotFound.reportInForce(code, year));
        OptionalInt waiting = Revision.newest(filing).stream()
                .mapToInt(newest -> newest.id.revision())
                .filter(newest -> newest > revision.id.revision())
                .findFirst();
        return new ReportInForce(revision.row(), revision.content, name(agency, year), waiting);
    }

    /** Returns the name from the roster of the year, or else the name at the end of the year. */
    private static String name(Agency agency, int year) {
        Optional<Obligation> owed = Obligation.findByIdOptional(new ObligationId((short) year, agency.code));
        return owed.map(line -> line.name).orElseGet(() -> agency.nameOn(LocalDate.of(year, 12, 31)));
    }
}
