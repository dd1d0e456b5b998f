package org.gongkai.filing;

import java.util.List;
import org.gongkai.report.Contents;
import org.gongkai.rules.Fault;

/** A revision in a {@link Dossier}, with what it says and what the rules say about it, and whether that is stored already. */
final class KeptRevision {

    private final Revision revision;
    private final boolean isNew;
    private Contents contents;
    private List<Fault> faults;
    private boolean moved;
    private boolean judged;

    private KeptRevision(Revision revision, Contents contents, List<Fault> faults, boolean isNew) {
        this.revision = revision;
        this.contents = contents;
        this.faults = faults;
        this.isNew = isNew;
        this.judged = isNew;
    }

    /** One that is stored. */
    static KeptRevision stored(Revision revision, List<Fault> faults) {
        return new KeptRevision(revision, null, faults, false);
    }

    /** One that is not stored yet. */
    static KeptRevision added(Revision revision, Contents contents, List<Fault> faults) {
        return new KeptRevision(revision, contents, faults, true);
    }

    Revision revision() {
        return revision;
    }

    int number() {
        return revision.id.revision();
    }

    boolean is(RevisionStatus status) {
        return revision.status == status;
    }

    /** What it says, which is read only when somebody asks. */
    Contents contents() {
        if (contents == null) {
            contents = Contents.read(revision.id.year(), revision.content);
        }
        return contents;
    }

    /** What the rules say about it, in the order of the rule book. */
    List<Fault> faults() {
        return faults;
    }

    /** The rules now say this. What is the same is not written again. */
    void judge(List<Fault> now) {
        judged |= !now.equals(faults);
        faults = now;
    }

    /** Its status is another now. */
    void move(RevisionStatus status) {
        revision.status = status;
        moved = true;
    }

    boolean isNew() {
        return isNew;
    }

    /** Whether it is stored with another status. */
    boolean isMoved() {
        return moved && !isNew;
    }

    /** Whether other findings are stored, or none. */
    boolean isJudged() {
        return judged;
    }
}
