package org.gongkai.cycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.CheckedBy;
import org.gongkai.http.ListParameter;
import org.gongkai.http.ParameterCheck;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ParameterFault;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.CodeCheck;
import org.gongkai.registry.Named;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.security.Role;
import org.hibernate.Session;

/** The completeness of the reports on a year. */
@Path("/api/v1/cycles/{year}/completeness")
@Tag(name = "cycles")
public class CompletenessResource {

    private static final String DISTRICT = "district";
    private static final String CATEGORY = "category";
    private static final List<String> KEYS = List.of(DISTRICT, CATEGORY);

    private static final int FIRST_COUNT = 4;
    private static final int COUNTS = 7;

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
                   count(*) filter (where o.in_force) as in_force
            from obligation_state o
            join district d on d.code = o.district
            join category k on k.code = o.category
            where o.year = :year and o.state <> 'EXEMPT'
              and (cardinality(:within) = 0 or d.path like any(:within))
              and (cardinality(:category) = 0 or o.category = any(:category))
              and (cast(:kind as text) is null or o.kind = :kind)
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
    private final RegisteredCodes codes;
    private final AuditLog auditLog;

    CompletenessResource(Session session, RegisteredCodes codes, AuditLog auditLog) {
        this.session = session;
        this.codes = codes;
        this.auditLog = auditLog;
    }

    /**
     * Counts the owed reports on a year by state. Every filter is optional; a list may repeat its parameter, or
     * separate its values by commas.
     *
     * @param year the report year, which must be open
     * @param groupBy the keys to group by: district, category, or both; repeated, or separated by commas
     * @param district codes of districts that contained the agencies, directly or in a lower district
     * @param category codes of the categories of the agencies on the roster
     * @param kind kind of the agencies
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
            @QueryParam("kind") AgencyKind kind) {
        Cycles.require(year.value());
        Set<String> keys = ListParameter.values(groupBy);
        List<Object[]> counts = session.createNativeQuery(COUNT, Object[].class)
                .setParameter("byDistrict", keys.contains(DISTRICT))
                .setParameter("byCategory", keys.contains(CATEGORY))
                .setParameter("year", year.value())
                .setParameter("now", auditLog.now())
                .setParameter("within", array(codes.pathsWithin(ListParameter.values(district))))
                .setParameter("category", array(ListParameter.values(category)))
                .setParameter("kind", kind == null ? null : kind.name(), String.class)
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
