package org.gongkai.filing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.rules.Finding;

/** A report in a {@link AgencyReports}: its revisions that are in force or wait, its newest, and what was explained of it. */
public final class ReportHistory {

    private final FilingId id;
    private final NavigableMap<Integer, TrackedRevision> revisions = new TreeMap<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final List<Explanation> given = new ArrayList<>();
    private int newest;
    private Instant firstSubmittedAt;

    ReportHistory(FilingId id) {
        this.id = id;
    }

    public FilingId id() {
        return id;
    }

    int year() {
        return id.year();
    }

    /** It is stored, with that many revisions. */
    void filed(int revisions, Instant first) {
        newest = revisions;
        firstSubmittedAt = first;
    }

    void keep(TrackedRevision revision) {
        revisions.put(revision.number(), revision);
    }

    /** An explanation that is stored; the newest is told first. */
    void explained(Explanation explanation) {
        explanations.add(explanation);
    }

    /** Takes a revision that is new in. */
    void add(TrackedRevision revision, Instant receivedAt) {
        newest = revision.number();
        firstSubmittedAt = firstSubmittedOr(receivedAt);
        keep(revision);
    }

    /** Takes explanations that are new in, in the order in which they were given. */
    public void explain(List<Explanation> added) {
        given.addAll(added);
        added.forEach(explanation -> explanations.add(0, explanation));
    }

    /** Number of its newest revision; 0 where there is none. */
    int newestNumber() {
        return newest;
    }

    /** Whether it has a revision that is not stored yet. */
    boolean hasGrown() {
        return revisions.values().stream().anyMatch(TrackedRevision::isNew);
    }

    /** When its first revision came in; that moment, where none has. */
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

    /** The revisions in force or waiting, and the newest. */
    public List<TrackedRevision> live() {
        return revisions.values().stream()
                .filter(revision -> revision.is(RevisionStatus.ACCEPTED)
                        || revision.is(RevisionStatus.SUBMITTED)
                        || isNewest(revision))
                .toList();
    }

    /** Every revision that is at hand. */
    List<TrackedRevision> revisions() {
        return List.copyOf(revisions.values());
    }

    public Findings remarks(TrackedRevision revision) {
        return remarks(revision.faults());
    }

    /** What the rules say, with what was explained of it. */
    public Findings remarks(List<Finding> findings) {
        return new Findings(findings, List.copyOf(explanations));
    }

    /** The explanations that are not stored yet. */
    Stream<Explanation> given() {
        return given.stream();
    }
}
