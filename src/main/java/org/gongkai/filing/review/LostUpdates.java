package org.gongkai.filing.review;

import java.util.Optional;
import org.gongkai.filing.revision.EntityTags;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Refuses changes by a client that has not seen the newest revision of a report. */
public final class LostUpdates {

    /** A proxy that compresses answers makes their tags weak. */
    private static final Text WEAK_TAG = new Text(
            "If-Match 中有弱标记（W/ 开头），弱标记从不匹配；可能是中间的代理改写了 ETag。请去掉 W/ 后重试。%s",
            "If-Match has a weak tag (W/), which never matches; a proxy may have changed the ETag. Repeat the request"
                    + " without W/. %s");

    private static final Text NEWEST = new Text("最新版本为第 %s 版", "The newest revision is %s");

    private LostUpdates() {}

    /**
     * Checks the conditions of a change.
     *
     * @throws ProblemException if the newest revision does not meet them
     */
    public static void refuse(ReportHistory history, Preconditions preconditions) {
        Optional<RevisionRow> newest = history.newest().map(TrackedRevision::row);
        if (!preconditions.allowChange(newest.map(EntityTags::of))) {
            Text state = newest.map(revision -> NEWEST.with(revision.revision()))
                    .orElse(new Text("尚未报送", "Nothing has been submitted yet"));
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, preconditions.requiresWeakTag() ? WEAK_TAG.with(state) : state);
        }
    }

    /**
     * Checks that no revision is newer, except those that the agency has withdrawn.
     *
     * @throws ProblemException if there is a newer one
     */
    static void refuseNewer(ReportHistory history, TrackedRevision revision) {
        history.newest()
                .filter(newest -> newest.number() > revision.number() && !newest.is(RevisionStatus.WITHDRAWN))
                .ifPresent(newer -> {
                    throw new ProblemException(ProblemType.PRECONDITION_FAILED, NEWEST.with(newer.number()));
                });
    }
}
