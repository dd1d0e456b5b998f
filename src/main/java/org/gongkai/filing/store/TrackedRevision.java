package org.gongkai.filing.store;

import java.util.List;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;

/** A revision in a {@link AgencyReports}, with what it says and what the rules say about it, and whether that is stored already. */
public final class TrackedRevision {

    private final Revision revision;
    private final boolean isNew;
    private Contents contents;
    private List<Finding> findings;
    private boolean moved;
    private boolean judged;

    private TrackedRevision(Revision revision, Contents contents, List<Finding> findings, boolean isNew) {
        this.revision = revision;
        this.contents = contents;
        this.findings = findings;
        this.isNew = isNew;
        this.judged = isNew;
    }

    /** One that is stored. */
    public static TrackedRevision stored(Revision revision, List<Finding> findings) {
        return new TrackedRevision(revision, null, findings, false);
    }

    /** One that is not stored yet. */
    static TrackedRevision added(Revision revision, Contents contents, List<Finding> findings) {
        return new TrackedRevision(revision, contents, findings, true);
    }

    public Revision revision() {
        return revision;
    }

    public int number() {
        return revision.id.revision();
    }

    public boolean is(RevisionStatus status) {
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
    public List<Finding> faults() {
        return findings;
    }

    /** The rules now say this. What is the same is not written again. */
    public void judge(List<Finding> now) {
        judged |= !now.equals(findings);
        findings = now;
    }

    /** Its status is another now. */
    public void move(RevisionStatus status) {
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
