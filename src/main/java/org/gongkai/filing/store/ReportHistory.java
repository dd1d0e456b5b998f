package org.gongkai.filing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.FilingRow;
import org.gongkai.filing.revision.Findings;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;

/**
 * A report in {@link AgencyReports}: its revision in force, the revisions that wait for a decision, the newest
 * revision, and the explanations. Decided revisions that are out of force are not loaded.
 */
public final class ReportHistory {

    private final FilingId id;
    private final boolean isInSandbox;
    private final NavigableMap<Integer, TrackedRevision> revisions = new TreeMap<>();
    private final List<ExplanationRow> explanations = new ArrayList<>();
    private final List<ExplanationRow> added = new ArrayList<>();
    private int newest;
    private Instant firstSubmittedAt;

    /**
     * Creates the history of a report without revisions.
     *
     * @param isInSandbox whether its revisions are tests
     */
    ReportHistory(FilingId id, boolean isInSandbox) {
        this.id = id;
        this.isInSandbox = isInSandbox;
    }

    public FilingId id() {
        return id;
    }

    /** Sets the columns of the stored report. */
    void loadFiling(int newestNumber, Instant first) {
        newest = newestNumber;
        firstSubmittedAt = first;
    }

    /** Adds a stored revision. */
    void loadRevision(TrackedRevision revision) {
        revisions.put(revision.number(), revision);
    }

    /** Adds a stored explanation; the newest is loaded first. */
    void loadExplanation(ExplanationRow explanation) {
        explanations.add(explanation);
    }

    /** Adds a new revision. */
    void add(TrackedRevision revision, Instant receivedAt) {
        newest = revision.number();
        firstSubmittedAt = firstSubmittedOr(receivedAt);
        revisions.put(revision.number(), revision);
    }

    /** Adds new explanations, in the order in which they were given. */
    public void explain(List<ExplanationRow> given) {
        added.addAll(given);
        given.forEach(explanation -> explanations.add(0, explanation));
    }

    /** Returns the identifier of the next revision. */
    public RevisionId nextId() {
        return new RevisionId(id.agency(), id.year(), newest + 1);
    }

    /** Returns the row to store. */
    FilingRow row() {
        return new FilingRow(id.agency(), id.year(), newest, firstSubmittedAt);
    }

    /** Returns all explanations, the newest first. */
    List<ExplanationRow> explanations() {
        return List.copyOf(explanations);
    }

    /** Returns whether anything of it has to be stored. */
    boolean isChanged() {
        return !added.isEmpty() || revisions.values().stream().anyMatch(TrackedRevision::isChanged);
    }

    /** Returns whether a revision is not stored yet. */
    boolean hasNewRevision() {
        return revisions.values().stream().anyMatch(TrackedRevision::isNew);
    }

    /** Returns the time at which the first revision was received, or the given time when there is none. */
    public Instant firstSubmittedOr(Instant now) {
        return firstSubmittedAt == null ? now : firstSubmittedAt;
    }

    public Instant firstSubmittedAt() {
        return firstSubmittedAt;
    }

    public Optional<TrackedRevision> newest() {
        return Optional.ofNullable(revisions.get(newest));
    }

    public boolean isNewest(TrackedRevision revision) {
        return revision.number() == newest;
    }

    public Optional<TrackedRevision> inForce() {
        return revisions.values().stream()
                .filter(revision -> revision.is(RevisionStatus.ACCEPTED))
                .findFirst();
    }

    public Optional<TrackedRevision> revision(int number) {
        return Optional.ofNullable(revisions.get(number));
    }

    /** Returns the revisions in force or waiting, and the newest one unless it was withdrawn. */
    public List<TrackedRevision> live() {
        return revisions.values().stream()
                .filter(revision -> revision.is(RevisionStatus.ACCEPTED)
                        || revision.is(RevisionStatus.SUBMITTED)
                        || isNewest(revision) && !revision.is(RevisionStatus.WITHDRAWN))
                .toList();
    }

    /** Returns the revisions in force or waiting. */
    public List<TrackedRevision> current() {
        return revisions.values().stream()
                .filter(revision -> revision.is(RevisionStatus.ACCEPTED) || revision.is(RevisionStatus.SUBMITTED))
                .toList();
    }

    /** Returns every loaded or added revision. */
    List<TrackedRevision> revisions() {
        return List.copyOf(revisions.values());
    }

    /** Returns the current state of a revision. */
    public RevisionSnapshot snapshot(TrackedRevision revision) {
        return new RevisionSnapshot(revision.row(), findings(revision.findings()), isInSandbox);
    }

    /** Returns findings with the current explanations. */
    public Findings findings(List<Finding> findings) {
        return new Findings(findings, List.copyOf(explanations));
    }

    /** Returns the explanations that are not stored yet: new ones, and copies of older ones under the current keys. */
    List<ExplanationRow> explanationsToStore() {
        return Stream.concat(added.stream(), explanationsUnderCurrentKeys()).toList();
    }

    /**
     * Returns copies of explanations that are stored under the former key of a comparison. Findings that are written
     * have the current key; statements in SQL compare keys only.
     */
    private Stream<ExplanationRow> explanationsUnderCurrentKeys() {
        return revisions.values().stream()
                .filter(TrackedRevision::hasChangedFindings)
                .flatMap(revision -> revision.findings().stream())
                .filter(finding -> finding.severity() == Severity.WARNING)
                .flatMap(finding -> underCurrentKey(finding).stream())
                .distinct();
    }

    private Optional<ExplanationRow> underCurrentKey(Finding finding) {
        List<ExplanationRow> matching = explanations.stream()
                .filter(explanation -> explanation.explains(finding))
                .toList();
        String key = finding.compared().key();
        return matching.stream().anyMatch(explanation -> explanation.compared().equals(key))
                ? Optional.empty()
                : matching.stream().findFirst().map(explanation -> explanation.withKeyOf(finding.compared()));
    }
}
