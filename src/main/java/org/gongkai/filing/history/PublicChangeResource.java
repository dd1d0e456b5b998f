package org.gongkai.filing.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.Cursor;
import org.gongkai.audit.Cursors;
import org.gongkai.audit.Limit;
import org.gongkai.registry.code.Named;
import org.gongkai.security.Role;
import org.hibernate.Session;

/** The public feed of changes of the reports in force. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class PublicChangeResource {

    /**
     * Omits events of transactions that may still be open, like the audit log, and revisions that were withdrawn before
     * they came into force.
     */
    private static final String FOLLOWING = """
            select e.id, cast(e.transaction as text) || '-' || e.id as cursor, e.at,
                   case
                       when e.type = 'REPORT_WITHDRAWN' then 'WITHDRAWN'
                       when e.type = 'REPORT_REINSTATED' then 'REINSTATED'
                       when exists (select 1 from event s
                                    where s.agency = e.agency and s.year = e.year and s.type = 'REPORT_SUPERSEDED'
                                      and s.transaction = e.transaction and s.revision < e.revision) then 'CORRECTED'
                       else 'ACCEPTED'
                   end as type,
                   e.agency, a.name as agency_name, cast(e.year as integer) as year, e.revision, r.content_hash,
                   case when e.type = 'REPORT_ACCEPTED' then r.change_reason end as change_reason
            from event e
            join revision r on r.agency = e.agency and r.year = e.year and r.revision = e.revision
            join agency a on a.code = e.agency
            where e.type in ('REPORT_ACCEPTED', 'REPORT_WITHDRAWN', 'REPORT_REINSTATED')
              and (e.type <> 'REPORT_WITHDRAWN' or r.decided_at is not null)
              and (e.transaction, e.id) > (cast(cast(:transaction as text) as xid8), :id)
              and e.transaction < pg_snapshot_xmin(pg_current_snapshot())
            order by e.transaction, e.id
            limit :limit""";

    private final Session session;
    private final Cursors cursors;

    PublicChangeResource(Session session, Cursors cursors) {
        this.session = session;
        this.cursors = cursors;
    }

    /**
     * Lists the changes of the reports in force, in an order that never changes: reports that came into force, that were
     * corrected, and that were withdrawn. A client that passes the cursor of the previous answer reads every change once,
     * and keeps a complete copy of the published reports. It has to compare the contentHash with that of the report it reads:
     * a later change may already have replaced the revision. A cursor that is answered 410 was issued before the database
     * was restored to an earlier state: changes that were read after that state did not happen, and must be discarded.
     *
     * @param after the cursor from the previous answer; without it, the list starts at the beginning
     * @param limit maximum number of changes
     */
    @GET
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "List changes of the reports in force")
    public PublicChanges listPublicChanges(
            @QueryParam("after") @DefaultValue("0-0") Cursor after,
            @QueryParam("limit") @DefaultValue("100") Limit limit) {
        cursors.require(after);
        List<Tuple> rows = session.createNativeQuery(FOLLOWING, Tuple.class)
                .setParameter("transaction", after.transaction())
                .setParameter("id", after.id())
                .setParameter("limit", limit.value())
                .getResultList();
        String next =
                rows.isEmpty() ? after.toString() : rows.get(rows.size() - 1).get("cursor", String.class);
        return new PublicChanges(rows.stream().map(PublicChangeResource::change).toList(), next);
    }

    private static PublicChange change(Tuple row) {
        return new PublicChange(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                PublicChangeType.valueOf(row.get("type", String.class)),
                new Named(row.get("agency", String.class), row.get("agency_name", String.class)),
                row.get("year", Integer.class),
                row.get("revision", Integer.class),
                row.get("content_hash", String.class),
                row.get("change_reason", String.class));
    }
}
