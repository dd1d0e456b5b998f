package org.gongkai.filing.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.review.Receipt;
import org.gongkai.filing.review.ReceiptResponse;
import org.gongkai.filing.revision.EntityTags;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionNumber;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.http.Caller;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.report.ReportHead;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** The history of a report. */
@Path("/api/v1/reports/{agency}/{year}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class RevisionResource {

    private final ReportRepository repository;
    private final ReceiptResponse receipts;
    private final Caller caller;
    private final VisibleRevisions visible;

    RevisionResource(ReportRepository repository, ReceiptResponse receipts, Caller caller, VisibleRevisions visible) {
        this.repository = repository;
        this.receipts = receipts;
        this.caller = caller;
        this.visible = visible;
    }

    /**
     * Lists the revisions of a report, the newest first, without their content. Revisions that were never in force are
     * visible to the agency and the oversight office only; this holds for all operations on revisions.
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @GET
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "List the revisions of a report")
    public RestResponse<Page<ReportRevision>> listRevisions(
            @PathParam("agency") String agency, @PathParam("year") ReportYear year, @BeanParam Paging paging) {
        Agencies.require(agency);
        Criteria criteria = new Criteria()
                .and("id.agency = :agency", "agency", agency)
                .and("id.year = :year", "year", (short) year.value());
        if (visibility(agency, year) != Visibility.FULL) {
            criteria.and(Revision.IS_PUBLISHED);
        }
        Page<Revision> revisions = paging.of(new ListQuery<>(
                (condition, sort, values) -> Revision.find(condition, sort, values),
                criteria,
                ListOrder.<Revision>byNumberDescending("id.revision", revision -> revision.id.revision())));
        if (revisions.total() == 0) {
            throw NotFound.report(agency, year.value());
        }
        List<RevisionSnapshot> snapshots = repository.snapshots(
                revisions.items().stream().map(Revision::row).toList());
        List<ReportRevision> items = snapshots.stream()
                .map(snapshot -> ReportRevision.of(snapshot, null, caller.language(), visibility(agency, year)))
                .toList();
        RestResponse<Page<ReportRevision>> page = paging.answer(
                new Page<>(items, revisions.page(), revisions.size(), revisions.total(), revisions.next()));
        return caller.withContentLanguage(RestResponse.ResponseBuilder.fromResponse(page))
                .build();
    }

    /**
     * Returns one revision with its content.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision
     */
    @GET
    @Path("/{revision}")
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get one revision of a report")
    public RestResponse<ReportRevision> getRevision(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @PathParam("revision") RevisionNumber revision) {
        return answer(whole(require(agency, year, revision.value())), visibility(agency, year));
    }

    /** A revision with its content, which rows of the list do not have. */
    private record Whole(RevisionSnapshot snapshot, Contents contents) {}

    private Whole whole(Revision revision) {
        return new Whole(snapshot(revision), contents(revision));
    }

    private RestResponse<ReportRevision> answer(Whole found, Visibility visibility) {
        RevisionRow row = found.snapshot().revision();
        ObjectNode report = FilledForm.of(found.contents());
        ReportRevision whole =
                ReportRevision.of(found.snapshot(), head(row).before(report), caller.language(), visibility);
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(whole).tag(EntityTags.of(row)))
                .build();
    }

    /**
     * Returns the newest revision with its content, in force or not. Its ETag is the one that If-Match takes when the
     * report is submitted again.
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @GET
    @Path("/latest")
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT, Role.SANDBOX})
    @OwnAgency
    @Operation(summary = "Get the newest revision of a report")
    public RestResponse<ReportRevision> getLatestRevision(
            @PathParam("agency") String agency, @PathParam("year") ReportYear year) {
        Agencies.require(agency);
        FilingId report = FilingId.of(agency, year.value());
        Optional<Whole> newest = caller.actor().isInSandbox()
                ? newestTest(report)
                : Revision.newest(report).map(this::whole);
        return answer(newest.orElseThrow(() -> NotFound.report(agency, year.value())), Visibility.FULL);
    }

    private Optional<Whole> newestTest(FilingId report) {
        ReportHistory tests = repository.view(report, caller.actor()).history(report.year());
        return tests.newest().map(newest -> new Whole(tests.snapshot(newest), newest.contents()));
    }

    /**
     * Returns the receipt of a revision, with its current status and findings.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision
     */
    @GET
    @Path("/{revision}/receipt")
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get the receipt of a revision")
    public RestResponse<Receipt> getReceipt(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @PathParam("revision") RevisionNumber revision) {
        Revision found = require(agency, year, revision.value());
        return receipts.of(RestResponse.StatusCode.OK, snapshot(found), visibility(agency, year));
    }

    /**
     * Lists every figure and text that differs between two revisions.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the newer revision
     * @param since number of the revision to compare with; by default the one before
     */
    @GET
    @Path("/{revision}/changes")
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "Compare two revisions")
    public RestResponse<Changes> getChanges(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @PathParam("revision") RevisionNumber revision,
            @QueryParam("since") RevisionNumber since) {
        Revision after = require(agency, year, revision.value());
        Revision before = require(agency, year, since == null ? revision.value() - 1 : since.value());
        Changes changes = new Changes(
                before.id.revision(),
                revision.value(),
                Changes.between(contents(before), contents(after), caller.language()));
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(changes))
                .build();
    }

    private static ReportHead head(RevisionRow revision) {
        RevisionId id = revision.id();
        String name = ReportsInForce.name(Agencies.require(id.agency()), id.year());
        return new ReportHead(id.agency(), name, id.year(), id.revision());
    }

    private Contents contents(Revision revision) {
        return Contents.read(revision.id.year(), revision.content);
    }

    private RevisionSnapshot snapshot(Revision revision) {
        return repository.snapshots(List.of(revision.row())).get(0);
    }

    private Visibility visibility(String agency, ReportYear year) {
        return visible.visibility(agency, year.value());
    }

    private Revision require(String agency, ReportYear year, int revision) {
        return visible.require(new RevisionId(agency, (short) year.value(), revision));
    }
}
