package org.gongkai.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.Agency;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.security.Actor;

/** Changes single lines of a roster. Each change requires a reason. */
@ApplicationScoped
public class Obligations {

    private final AuditLog auditLog;
    private final Event<DeadlinesMoved> moved;

    Obligations(AuditLog auditLog, Event<DeadlinesMoved> moved) {
        this.auditLog = auditLog;
        this.moved = moved;
    }

    /**
     * Changes the obligation of an agency, or adds the agency to the roster.
     *
     * @return whether the agency was added to the roster
     */
    @Transactional
    public boolean put(int year, String code, ObligationChange change, Actor actor) {
        check(year, change);
        Agency agency = Agencies.lock(code);
        Cycles.require(year);
        Optional<Obligation> known = Obligation.findByIdOptional(new ObligationId((short) year, code));
        ObligationChange before = known.map(Obligations::change).orElse(null);
        LocalDate lastDayBefore = Deadlines.lastDayFor(agency, year);
        Obligation line = known.orElseGet(() -> Obligation.of(agency, year));
        line.deadline = change.deadline();
        line.exempt = change.isExempt();
        line.reason = change.reason();
        line.persistAndFlush();
        ObligationChange after = change(line);
        if (!after.equals(before)) {
            auditLog.record(
                    AuditEntry.of(
                                    EventType.OBLIGATION_CHANGED,
                                    "cycles/" + year + "/obligations/" + code,
                                    before,
                                    after)
                            .about(code)
                            .about(year),
                    actor);
        }
        Cycles.earlier(lastDayBefore, Deadlines.lastDayFor(agency, year))
                .ifPresent(day -> moved.fire(new DeadlinesMoved(year, Deadlines.endOf(day), Optional.of(code))));
        return known.isEmpty();
    }

    /** Returns a line with its current state. */
    @Transactional
    ObligationEntry get(int year, String agency) {
        return ObligationEntry.of(ObligationLine.findById(new ObligationId((short) year, agency)), auditLog.now());
    }

    private static ObligationChange change(Obligation line) {
        return new ObligationChange(line.deadline, line.exempt, line.reason);
    }

    private static void check(int year, ObligationChange change) {
        List<Finding> findings = new ArrayList<>();
        if (change.deadline() != null) {
            Cycles.checkDeadline("/deadline", year, change.deadline()).ifPresent(findings::add);
        }
        Reason.check("/reason", change.reason()).ifPresent(findings::add);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
    }
}
