package org.gongkai.cycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.InstantParameter;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ParameterFault;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.code.Named;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.Role;
import org.gongkai.statistics.data.SnapshotBarrier;
import org.gongkai.text.BeijingTime;
import org.hibernate.Session;

/** The completeness of the reports on a year. */
@Path("/api/v1/cycles/{year}/completeness")
@Tag(name = "cycles")
public class CompletenessResource {

    private static final String DISTRICT = "district";
    private static final String CATEGORY = "category";
    private static final List<String> KEYS = List.of(DISTRICT, CATEGORY);

    private static final int FIRST_COUNT = 4;
    private static final int COUNTS = 9;

    /** The obligations as they are. */
    private static final String NOW = "obligation_state";

    /** The obligations as they were at an instant, like the view {@code obligation_state}. */
    private static final String AT_INSTANT = """
            (select o.year, o.agency, o.district, o.place, o.category, o.kind, d.due, i.revision is not null as in_force,
                    coalesce(ir.nil, false) as nil, coalesce(ir.nil_stated, false) as nil_stated,
                    case
                        when o.exempt then 'EXEMPT'
                        when i.revision is null and coalesce(n.status, 'SUPERSEDED') = 'SUPERSEDED' then 'MISSING'
                        when i.revision is null and n.status = 'RETURNED' then 'RETURNED'
                        when f.first_submitted_at < d.due then 'ON_TIME'
                        else 'LATE'
                    end as state
             from obligation_version o
             join cycle_version c on c.year = o.year and c.since <= :now and :now < c.until
             cross join lateral (
                 select cast(coalesce(o.deadline,
                                      case o.kind
                                          when 'DEPARTMENT' then c.department_deadline
                                          else c.government_deadline
                                      end) + 1 as timestamp) at time zone 'Asia/Shanghai' as due
             ) d
             left join filing f on f.agency = o.agency and f.year = o.year
             left join lateral (
                 select case
                            when v.status is not null then v.status
                            when r.status = 'RETURNED' then 'RETURNED'
                            else 'SUPERSEDED'
                        end as status
                 from revision r
                 left join revision_version v
                     on v.year = r.year and v.agency = r.agency and v.revision = r.revision
                        and v.since <= :now and :now < v.until
                 where r.agency = o.agency and r.year = o.year and r.submitted_at <= :now
                   and coalesce(r.withdrawal_at > :now, true)
                 order by r.revision desc
                 limit 1
             ) n on true
             left join revision_version i
                 on i.year = o.year and i.agency = o.agency and i.status = 'ACCEPTED'
                    and i.since <= :now and :now < i.until
             left join revision ir on ir.agency = i.agency and ir.year = i.year and ir.revision = i.revision
             where o.year = :year and o.since <= :now and :now < o.until)""";

    /**
     * Counts obligations. A key that is not grouped by is empty in all rows, and a filter without values is not applied.
     */
    private static final String COUNT = """
            select case when :byDistrict then o.district else '' end as key_district, min(d.name) as district_name,
                   case when :byCategory then o.category else '' end as key_category, min(k.name) as category_name,
                   count(*) as expected,
                   count(*) filter (where o.state = 'ON_TIME') as on_time,
                   count(*) filter (where o.state = 'LATE') as late,
                   count(*) filter (where o.state = 'RETURNED') as returned,
                   count(*) filter (where o.state = 'MISSING') as missing,
                   count(*) filter (where o.state in ('MISSING', 'RETURNED') and o.due <= :now) as overdue,
                   count(*) filter (where o.in_force) as in_force,
                   count(*) filter (where o.nil) as nil,
                   count(*) filter (where o.nil_stated) as nil_stated
            from %s o
            join district d on d.code = o.district
            join category k on k.code = o.category
            where o.year = :year and o.state <> 'EXEMPT'
              and o.year <= :lastYear
              and (cardinality(:within) = 0
                   or o.place in (select w.place from place_within w where w.district = any(:within)))
              and (cardinality(:category) = 0 or o.category = any(:category))
              and (cast(:kind as text) is null or o.kind = :kind)
              and (:all or o.agency = any(:own))
            group by key_district, key_category
            order by key_district, key_category""";

    /** Checks the keys to group by. */
    @ApplicationScoped
    static class KeyCheck implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return ListParameter.unknown(name, values, KEYS);
        }
    }

    private final Session session;
    private final AuditLog auditLog;
    private final SnapshotBarrier snapshotBarrier;
    private final OwnReports own;

    CompletenessResource(Session session, AuditLog auditLog, SnapshotBarrier snapshotBarrier, OwnReports own) {
        this.session = session;
        this.auditLog = auditLog;
        this.snapshotBarrier = snapshotBarrier;
        this.own = own;
    }

    /**
     * Counts the owed reports on a year by state. A limited office counts those of the agencies that are in its districts
     * now. Every filter is optional; a list may repeat its parameter, or
     * separate its values by commas.
     *
     * @param year the report year, which must be open
     * @param groupBy the keys to group by: district, category, or both; repeated, or separated by commas
     * @param district codes of districts that contained the agencies when the year was opened, directly or in a lower
     *     district
     * @param category codes of the categories of the agencies on the roster
     * @param kind kind of the agencies
     * @param asOf an instant in the past: the counts are those of that time
     */
    @GET
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Count reports by state")
    public Completeness getCompleteness(
            @PathParam("year") ReportYear year,
            @QueryParam("groupBy") @CheckedBy(KeyCheck.class) List<String> groupBy,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("kind") AgencyKind kind,
            @QueryParam("asOf")
                    @CheckedBy(InstantParameter.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String asOf) {
        Cycles.require(year.value());
        Optional<Instant> instant = InstantParameter.parse(asOf);
        instant.ifPresent(snapshotBarrier::await);
        Set<String> keys = ListParameter.values(groupBy);
        Instant now = instant.orElseGet(auditLog::now);
        Optional<Set<String>> limit = own.limits().agencies();
        List<Object[]> counts = session.createNativeQuery(
                        COUNT.formatted(instant.isPresent() ? AT_INSTANT : NOW), Object[].class)
                .setParameter("byDistrict", keys.contains(DISTRICT))
                .setParameter("byCategory", keys.contains(CATEGORY))
                .setParameter("year", year.value())
                .setParameter("now", now)
                .setParameter("within", array(ListParameter.values(district)))
                .setParameter("lastYear", BeijingTime.lastYearOver(now))
                .setParameter("category", array(ListParameter.values(category)))
                .setParameter("kind", kind == null ? null : kind.name(), String.class)
                .setParameter("all", limit.isEmpty())
                .setParameter("own", array(limit.orElse(Set.of())))
                .getResultList();
        List<CompletenessRow> rows = counts.isEmpty() && keys.isEmpty()
                ? List.of(CompletenessRow.of(null, null, new long[COUNTS]))
                : counts.stream().map(columns -> row(columns, keys)).toList();
        return new Completeness(year.value(), List.copyOf(keys), rows);
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static CompletenessRow row(Object[] columns, Set<String> keys) {
        return CompletenessRow.of(
                keys.contains(DISTRICT) ? new Named((String) columns[0], (String) columns[1]) : null,
                keys.contains(CATEGORY) ? new Named((String) columns[2], (String) columns[3]) : null,
                IntStream.range(FIRST_COUNT, FIRST_COUNT + COUNTS)
                        .mapToLong(column -> ((Number) columns[column]).longValue())
                        .toArray());
    }
}
