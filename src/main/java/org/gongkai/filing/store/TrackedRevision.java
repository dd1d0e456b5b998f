package org.gongkai.filing.store;

import java.util.List;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;

/** A revision in {@link AgencyReports}, with its content and findings. It tracks which of them have to be written. */
public final class TrackedRevision {

    private final boolean isNew;
    private RevisionRow row;
    private Contents contents;
    private List<Finding> findings;
    private boolean rowChanged;
    private boolean findingsChanged;

    private TrackedRevision(RevisionRow row, Contents contents, List<Finding> findings, boolean isNew) {
        this.row = row;
        this.contents = contents;
        this.findings = findings;
        this.isNew = isNew;
        this.findingsChanged = isNew;
    }

    /** Returns a revision that is stored. */
    public static TrackedRevision stored(RevisionRow row, List<Finding> findings) {
        return new TrackedRevision(row, null, findings, false);
    }

    /** Returns a revision that is not stored yet. */
    public static TrackedRevision added(RevisionRow row, Contents contents, List<Finding> findings) {
        return new TrackedRevision(row, contents, findings, true);
    }

    public RevisionRow row() {
        return row;
    }

    public int number() {
        return row.revision();
    }

    public boolean is(RevisionStatus status) {
        return row.status() == status;
    }

    /** Returns the parsed content, which must have been loaded. */
    public Contents contents() {
        if (contents == null) {
            contents = Contents.read(row.year(), row.content());
        }
        return contents;
    }

    boolean lacksContent() {
        return contents == null && row.content() == null;
    }

    void load(String content) {
        contents = Contents.read(row.year(), content);
    }

    /** Returns the findings, in the order of the rule book. */
    public List<Finding> findings() {
        return findings;
    }

    /** Replaces the findings. Equal findings are not written again. */
    public void replaceFindings(List<Finding> current) {
        findingsChanged |= !current.equals(findings);
        findings = current;
    }

    /** Replaces the status and the columns that belong to it. */
    public void change(RevisionRow changed) {
        row = changed;
        rowChanged = true;
    }

    boolean isNew() {
        return isNew;
    }

    /** Returns whether anything of it has to be stored. */
    boolean isChanged() {
        return rowChanged || findingsChanged;
    }

    /** Returns whether the stored row has to be updated. */
    boolean hasChangedRow() {
        return rowChanged && !isNew;
    }

    /** Returns whether the stored findings have to be replaced, or the first ones to be added. */
    boolean hasChangedFindings() {
        return findingsChanged;
    }
}
