package org.gongkai.filing.impact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.history.ReportsInForce;
import org.gongkai.filing.history.VisibleRevisions;
import org.gongkai.filing.impact.Impact.State;
import org.gongkai.filing.impact.LaterImpact.Kind;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.http.load.Client;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.statistics.movement.MovedTotals;
import org.gongkai.statistics.movement.Movement;
import org.gongkai.statistics.movement.Movements;
import org.gongkai.text.Language;

/** Finds out what moved when a revision came into force. */
@ApplicationScoped
class Impacts {

    /** The maximum number of later moves: each takes a statement over the districts of the agency. */
    static final int MAX_LATER = 20;

    private final VisibleRevisions visible;
    private final Movements movements;

    Impacts(VisibleRevisions visible, Movements movements) {
        this.visible = visible;
        this.movements = movements;
    }

    /**
     * Finds the revision.
     *
     * @throws org.gongkai.problem.ProblemException if there is none that the caller may see
     */
    @Transactional
    ImpactSubject find(String agency, ReportYear year, int number) {
        Revision revision = visible.require(new RevisionId(agency, (short) year.value(), number));
        String name = ReportsInForce.name(Agencies.require(agency), year.value());
        return new ImpactSubject(
                new Named(agency, name),
                year,
                revision.row(),
                revision.movedAt(),
                revision.status == RevisionStatus.SUBMITTED
                        ? Optional.of(Contents.read(year.value(), revision.content))
                        : Optional.empty());
    }

    /** Computes the impact of a revision. It takes a statement over the largest of its districts for each of its moves. */
    Impact of(ImpactSubject subject, Client client, Language language) {
        if (!subject.movedAt().isEmpty()) {
            return moved(subject, client, language);
        }
        Optional<Movement> expected = subject.waiting().map(contents -> expected(subject, contents, client));
        return impact(
                subject,
                expected.isPresent() ? State.EXPECTED : State.NONE,
                Optional.empty(),
                expected,
                List.of(),
                language);
    }

    private Impact moved(ImpactSubject subject, Client client, Language language) {
        List<Instant> movedAt = subject.movedAt();
        List<LaterImpact> later = movedAt.stream()
                .skip(1)
                .limit(MAX_LATER)
                .map(at -> later(subject, at, client, language))
                .toList();
        Instant first = movedAt.get(0);
        return impact(
                subject, State.MOVED, Optional.of(first), Optional.of(at(subject, first, client)), later, language);
    }

    private LaterImpact later(ImpactSubject subject, Instant at, Client client, Language language) {
        Movement movement = at(subject, at, client);
        boolean isIn = movement.to()
                .filter(number -> number == subject.revision().revision())
                .isPresent();
        return LaterImpact.of(isIn ? Kind.REINSTATED : Kind.WITHDRAWN, at, movement, language);
    }

    private Movement at(ImpactSubject subject, Instant at, Client client) {
        return movements.at(client, subject.agency().code(), subject.year(), at);
    }

    private Movement expected(ImpactSubject subject, Contents contents, Client client) {
        return movements.ifInForce(
                client,
                subject.agency().code(),
                subject.year(),
                Optional.of(subject.revision().revision()),
                contents.form().sums(contents.figures()));
    }

    private static Impact impact(
            ImpactSubject subject,
            State state,
            Optional<Instant> at,
            Optional<Movement> movement,
            List<LaterImpact> later,
            Language language) {
        MovedTotals moved = movement.map(totals -> totals.in(language)).orElse(MovedTotals.NONE);
        return new Impact(
                subject.agency(),
                subject.year().value(),
                subject.revision().revision(),
                subject.revision().status(),
                state,
                at.orElse(null),
                movement.flatMap(Movement::from).orElse(null),
                subject.revision().changeReason(),
                movement.filter(Movement::isCounted).isPresent(),
                moved.reports(),
                moved.totals(),
                moved.categoryTotals(),
                moved.cells(),
                later);
    }
}
