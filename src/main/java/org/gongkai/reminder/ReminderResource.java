package org.gongkai.reminder;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.http.Caller;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentTurns;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.district.Districts;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.reminder.due.DueScope;
import org.gongkai.reminder.due.ReminderChannel;
import org.gongkai.reminder.due.ReminderConfig;
import org.gongkai.reminder.due.ReminderReason;
import org.gongkai.reminder.due.ReminderRun;
import org.gongkai.reminder.due.ReminderRuns;
import org.gongkai.reminder.due.ReminderState;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.text.BeijingTime;

/** Reminders of reports: who must be reminded of what, and what was sent. */
@Path("/api/v1/reminders")
@Tag(name = "cycles")
public class ReminderResource {

    private final ReminderRuns runs;
    private final OwnReports own;
    private final Access access;
    private final DocumentTurns documents;
    private final Caller caller;
    private final AuditLog auditLog;
    private final Optional<String> signature;

    ReminderResource(
            ReminderRuns runs,
            OwnReports own,
            Access access,
            DocumentTurns documents,
            Caller caller,
            AuditLog auditLog,
            ReminderConfig config) {
        this.runs = runs;
        this.own = own;
        this.access = access;
        this.documents = documents;
        this.caller = caller;
        this.auditLog = auditLog;
        this.signature = config.signature();
    }

    /**
     * Lists the reminders that were sent or wait to be sent, the newest first. Every filter is optional; a list may repeat
     * its parameter, or separate its values by commas. A token that is limited to districts or years lists only
     * their reminders. CSV and XLSX contain the complete list.
     *
     * @param year report years: years, or ranges such as 2021..2024
     * @param district codes of districts that contain the agencies now, directly or in a lower district
     * @param agency codes of the agencies
     * @param reason reason of the reminders
     * @param step steps: days after the day from which they count, negative before it
     * @param channel the way on which the agencies were reminded
     * @param state state of the reminders
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List reminders")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV or XLSX, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageReminderEntry")))
    public Response listReminders(
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("reason") ReminderReason reason,
            @QueryParam("step")
                    @CheckedBy(StepParameter.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Integer.class))
                    List<String> step,
            @QueryParam("channel") ReminderChannel channel,
            @QueryParam("state") ReminderState state,
            @BeanParam Paging paging,
            @BeanParam TableParameters format) {
        Criteria criteria = new Criteria()
                .andIn("year", "year", YearRanges.stored(year))
                .andLike("district.path", "district", Districts.pathsWithin(ListParameter.values(district)))
                .andIn("agency", "agency", ListParameter.values(agency))
                .and("reason = :reason", "reason", reason)
                .andIn("step", "step", StepParameter.checked(step))
                .and("channel = :channel", "channel", channel)
                .and("state = :state", "state", state);
        own.limit(criteria, "agency", "year");
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> LoggedReminder.find(condition, sort, values),
                        criteria,
                        ListOrder.<LoggedReminder>byNumberDescending("id", logged -> logged.id)),
                paging,
                ReminderEntry::of,
                ReminderTable.of(auditLog.now()));
    }

    /**
     * Works out who must be reminded of what, and sends it: by mail to the contact of the agency if mail is on and the
     * address is known, and as an event to webhooks. Each step is sent once on each channel, however often this is called; mails that have
     * failed are sent again. Of the steps that an agency has reached, only the last one is due. A token that is limited to
     * districts sends only to their agencies.
     *
     * @param year the report year; the last one that is over if omitted
     * @param district codes of districts that contain the agencies now, directly or in a lower district
     * @param dryRun true lists what is due, and sends nothing
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Send reminders")
    public ReminderRun sendReminders(
            @QueryParam("year") ReportYear year,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("dryRun")
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun) {
        DueScope scope = scope(year, district);
        return Flag.of("dryRun", dryRun) ? runs.list(scope, false) : runs.run(scope, true, caller.actor());
    }

    /**
     * Lists whom the office has to write to or to phone: what is due now, with the contact of each agency and what was
     * sent. As JSON, or as a document in Chinese.
     *
     * @param year the report year; the last one that is over if omitted
     * @param district codes of districts that contain the agencies now, directly or in a lower district
     * @param unreached true lists only agencies that are reached neither by mail nor by webhook
     * @param format format of the response; takes precedence over the Accept header
     */
    @GET
    @Blocking
    @Path("/letters")
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List agencies to write to")
    @APIResponse(
            responseCode = "200",
            description = "What is due now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReminderRun.class)))
    public Uni<Response> getLetterList(
            @QueryParam("year") ReportYear year,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("unreached")
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String unreached,
            @QueryParam("format") DocumentFormat format,
            @Context HttpHeaders headers) {
        DocumentFormat wanted = DocumentFormat.of(format, headers);
        DueScope scope = scope(year, district);
        boolean onlyUnreached = Flag.of("unreached", unreached);
        if (!wanted.isDocument()) {
            ReminderRun due = runs.list(scope, onlyUnreached);
            return Uni.createFrom().item(varying(Response.ok(due, MediaType.APPLICATION_JSON_TYPE)));
        }
        OfficialDocument list = LetterList.of(scope, runs.due(scope, onlyUnreached), signature);
        return documents.write(wanted, list, caller.client()).map(bytes -> {
            Response.ResponseBuilder response = Response.ok(bytes);
            wanted.headers(list, "reminders-" + scope.year()).forEach(response::header);
            return varying(response);
        });
    }

    private static Response varying(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION)
                .build();
    }

    private DueScope scope(ReportYear year, List<String> district) {
        Instant now = auditLog.now();
        int value = year == null ? BeijingTime.lastYearOver(now) : year.value();
        access.years().require(value);
        return new DueScope(value, now, own.limits().agencies(), ListParameter.values(district));
    }
}
