package org.gongkai.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.rules.Fault;

/** A report in a {@link Dossier}: its revisions that are in force or wait, its newest, and what was explained of it. */
final class Docket {

    private final FilingId id;
    private final NavigableMap<Integer, KeptRevision> revisions = new TreeMap<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final List<Explanation> given = new ArrayList<>();
    private int newest;
    private Instant firstSubmittedAt;

    Docket(FilingId id) {
        this.id = id;
    }

    FilingId id() {
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

    void keep(KeptRevision revision) {
        revisions.put(revision.number(), revision);
    }

    /** An explanation that is stored; the newest is told first. */
    void explained(Explanation explanation) {
        explanations.add(explanation);
    }

    /** Takes a revision that is new in. */
    void add(KeptRevision revision, Instant receivedAt) {
        newest = revision.number();
        firstSubmittedAt = firstSubmittedOr(receivedAt);
        keep(revision);
    }

    /** Takes explanations that are new in, in the order in which they were given. */
    void explain(List<Explanation> added) {
        given.addAll(added);
        added.forEach(explanation -> explanations.add(0, explanation));
    }

    /** Number of its newest revision; 0 where there is none. */
    int newestNumber() {
        return newest;
    }

    /** Whether it has a revision that is not stored yet. */
    boolean hasGrown() {
        return revisions.values().stream().anyMatch(KeptRevision::isNew);
    }

    /** When its first revision came in; that moment, where none has. */
    Instant firstSubmittedOr(Instant now) {
        return firstSubmittedAt == null ? now : firstSubmittedAt;
    }

    Instant firstSubmittedAt() {
        return firstSubmittedAt;
    }

    Optional<KeptRevision> newest() {
        return Optional.ofNullable(revisions.get(newest));
    }

    boolean isNewest(KeptRevision revision) {
        return revision.number() == newest;
    }

    Optional<KeptRevision> inForce() {
        return revisions.values().stream()
                .filter(revision -> revision.is(RevisionStatus.ACCEPTED))
                .findFirst();
    }

    Optional<KeptRevision> revision(int number) {
        return Optional.ofNullable(revisions.get(number));
    }

    /** The revisions in force or waiting, and the newest. */
    List<KeptRevision> live() {
        return revisions.values().stream()
                .filter(revision -> revision.is(RevisionStatus.ACCEPTED)
                        || revision.is(RevisionStatus.SUBMITTED)
                        || isNewest(revision))
                .toList();
    }

    /** Every revision that is at hand. */
    List<KeptRevision> revisions() {
        return List.copyOf(revisions.values());
    }

    Remarks remarks(KeptRevision revision) {
        return remarks(revision.faults());
    }

    /** What the rules say, with what was explained of it. */
    Remarks remarks(List<Fault> faults) {
        return new Remarks(faults, List.copyOf(explanations));
    }

    /** The explanations that are not stored yet. */
    Stream<Explanation> given() {
        return given.stream();
    }
}
