package org.gongkai.me;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.Access;
import org.gongkai.security.Role;

/** The caller. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class MeResource {

    private static final Set<String> ROLES = Set.of(Role.READER, Role.SUBMITTER, Role.OVERSIGHT);

    private final JsonWebToken token;
    private final Access access;
    private final OwnReports own;
    private final AuditLog auditLog;

    MeResource(JsonWebToken token, Access access, OwnReports own, AuditLog auditLog) {
        this.token = token;
        this.access = access;
        this.own = own;
        this.auditLog = auditLog;
    }

    /**
     * Returns the rights of the token, and what the agencies that it represents owe and have submitted: a page of their
     * years, by agency and year. A year is listed if its roster lists the agency, or if the agency has reported on it. A
     * token that represents no agency has an empty page, and so has one for the sandbox.
     */
    @GET
    @Transactional
    @Authenticated
    @Operation(summary = "Get the rights and the years of the caller")
    public Me getMe(@BeanParam Paging paging) {
        Optional<Set<String>> districts = access.districtsToSubmit().named();
        Optional<Set<Integer>> years = access.years().named();
        return new Me(
                token.getSubject(),
                token.getTokenID(),
                sorted(token.getGroups()).stream().filter(ROLES::contains).toList(),
                sorted(access.agenciesToSubmit()),
                districts.map(MeResource::sorted).orElse(null),
                years.map(MeResource::sorted).orElse(null),
                access.isInSandbox() ? true : null,
                Instant.ofEpochSecond(token.getExpirationTime()),
                obligations(paging));
    }

    private Page<OwnYear> obligations(Paging paging) {
        Criteria criteria = new Criteria();
        own.limitToRepresented(criteria, "id.agency", "id.year");
        Instant now = auditLog.now();
        return paging.of(new ListQuery<>(
                        (condition, sort, values) -> AgencyYear.find(condition, sort, values),
                        criteria,
                        ListOrder.<AgencyYear>byCode("id.agency", year -> year.id.agency())
                                .thenByNumber("id.year", year -> year.id.year())))
                .map(year -> OwnYear.of(year, now));
    }

    private static <T extends Comparable<T>> List<T> sorted(Set<T> values) {
        return values.stream().sorted().toList();
    }
}
