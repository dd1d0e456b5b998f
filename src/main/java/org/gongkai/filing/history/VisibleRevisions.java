package org.gongkai.filing.history;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.security.Access;

/** Finds the revisions that the caller may see: the public sees those that are or were in force. */
@ApplicationScoped
public class VisibleRevisions {

    private final Access access;

    VisibleRevisions(Access access) {
        this.access = access;
    }

    /** Returns how much of the revisions of an agency and year the caller may see. */
    public Visibility visibility(String agency, int year) {
        return access.reach().test(agency, year) ? Visibility.FULL : Visibility.PUBLIC;
    }

    /**
     * Returns a revision.
     *
     * @throws ProblemException if the agency is unknown, or if there is no such revision that the caller may see
     */
    public Revision require(RevisionId id) {
        Agencies.require(id.agency());
        return Revision.<Revision>findByIdOptional(id).filter(this::shows).orElseThrow(() -> NotFound.revision(id));
    }

    /** Returns whether the caller may see a revision. */
    public boolean shows(Revision revision) {
        return revision.isPublished() || visibility(revision.id.agency(), revision.id.year()) == Visibility.FULL;
    }
}
