package org.gongkai.filing.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.cycle.Obligation;
import org.gongkai.cycle.ObligationId;
import org.gongkai.filing.store.EntityTags;
import org.gongkai.filing.store.FilingId;
import org.gongkai.filing.store.NotFound;
import org.gongkai.filing.store.Revision;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;

/** Finds reports that are in force. */
@ApplicationScoped
class ReportsInForce {

    /**
     * The report in force, which has to be there.
     *
     * @throws ProblemException when there is no such agency, or it has none
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
        return new ReportInForce(
                EntityTags.of(revision), revision.content, name(agency, year), revision.submittedAt, waiting);
    }

    /** By the roster where the year was opened, or else the name it had at the end of the year. */
    private static String name(Agency agency, int year) {
        Optional<Obligation> owed = Obligation.findByIdOptional(new ObligationId((short) year, agency.code));
        return owed.map(line -> line.name).orElseGet(() -> agency.nameOn(LocalDate.of(year, 12, 31)));
    }
}
