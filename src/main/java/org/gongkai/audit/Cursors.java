package org.gongkai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.hibernate.Session;

/** Checks the cursors of the audit log. */
@ApplicationScoped
public class Cursors {

    private static final String EXISTS =
            "select exists (select 1 from event where transaction = cast(cast(:transaction as text) as xid8) and id ="
                    + " :id)";

    private final Session session;

    Cursors(Session session) {
        this.session = session;
    }

    /**
     * Refuses a cursor whose event does not exist. Events are never deleted, so a missing one means that the database was
     * restored to an earlier state.
     *
     * @throws ProblemException if the event does not exist
     */
    public void require(Cursor cursor) {
        if (!cursor.isBeginning() && !exists(cursor)) {
            throw ProblemException.of(ProblemType.CURSOR_GONE);
        }
    }

    private boolean exists(Cursor cursor) {
        return session.createNativeQuery(EXISTS, Boolean.class)
                .setParameter("transaction", cursor.transaction())
                .setParameter("id", cursor.id())
                .getSingleResult();
    }
}
