package org.gongkai.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.review.Decision;
import org.gongkai.filing.review.DecisionRequest;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.text.BeijingTime;

/**
 * A report of the demonstration set, and its state after loading. Its content is in the file
 * {@code reports/<agency>-<year>.json}.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param received day on which it was received, in Beijing time; {@code null} for the time of loading
 * @param explanations explanations of its warnings; none if absent
 * @param outcome its state after loading; in force if absent
 * @param comment comment of the oversight office on its decision; required to return the report
 */
record DemoReport(
        String agency,
        int year,
        LocalDate received,
        List<ExplanationEntry> explanations,
        Outcome outcome,
        String comment) {

    /** The states of a report after loading. */
    enum Outcome {
        /** It is in force. If it was not accepted automatically, the oversight office accepts it. */
        IN_FORCE,
        /** It waits for a decision. */
        WAITING,
        /** The oversight office has returned it. */
        RETURNED
    }

    DemoReport {
        explanations = explanations == null ? List.of() : List.copyOf(explanations);
        outcome = outcome == null ? Outcome.IN_FORCE : outcome;
        if (outcome == Outcome.RETURNED && comment == null) {
            throw new IllegalArgumentException("A report is returned with a comment: " + agency + " " + year);
        }
    }

    /** Returns the time at which it was received: noon of its day, or the given time without a day. */
    Instant receivedAt(Instant now) {
        return received == null ? now : BeijingTime.noonOf(received);
    }

    /** Returns the decision of the oversight office on its revision, if the revision waits for one. */
    Optional<DecisionRequest> decision(int revision) {
        return switch (outcome) {
            case IN_FORCE -> Optional.of(new DecisionRequest(revision, Decision.ACCEPT, comment, null, null));
            case RETURNED -> Optional.of(new DecisionRequest(revision, Decision.RETURN, comment, null, null));
            case WAITING -> Optional.empty();
        };
    }
}
