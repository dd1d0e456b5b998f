package org.gongkai.filing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.receipt.ReceiptSigner;
import org.gongkai.filing.submission.BatchItem;
import org.gongkai.http.Caller;
import org.gongkai.http.body.BodyLimit;
import org.gongkai.http.body.ReadsItems;
import org.gongkai.http.body.RequestBodies;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.RequestId;
import org.gongkai.security.Access;
import org.gongkai.security.Role;

/** The submission of many reports in one request. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class BatchResource {

    /** Newline-delimited JSON. */
    static final String NDJSON = "application/x-ndjson";

    private static final String DRY_RUN = "dryRun";

    private final Batch batch;
    private final ObjectMapper mapper;
    private final ReceiptSigner signer;
    private final BodyLimit.Limits limits;
    private final LoadControl load;
    private final Caller caller;
    private final Access access;
    private final AuditLog auditLog;

    BatchResource(
            Batch batch,
            ObjectMapper mapper,
            ReceiptSigner signer,
            BodyLimit.Limits limits,
            LoadControl load,
            Caller caller,
            Access access,
            AuditLog auditLog) {
        this.batch = batch;
        this.mapper = mapper;
        this.signer = signer;
        this.limits = limits;
        this.load = load;
        this.caller = caller;
        this.access = access;
        this.auditLog = auditLog;
    }

    /**
     * Submits many reports, as a JSON array or one per line (NDJSON). The response has one line per item, in order,
     * with its receipt or its problem. In the mode partial, each item is stored on its own and its line is sent
     * afterwards; a rejected item does not affect the others. In the mode atomic, either all items are stored (200) or
     * none (422); valid items of a rejected batch have status 424. The body may be compressed (Content-Encoding: gzip).
     * If it breaks off, the last line reports it. With dryRun, every item gets the result that it would have, with its
     * findings instead of a receipt, and nothing is stored. A repeated Idempotency-Key does not return the first answer
     * here: the batch is processed again, which stores no content twice.
     *
     * @param mode whether a rejected item prevents the storage of the others
     * @param body the reports, as a JSON array or one object per line
     * @param dryRun whether nothing is stored
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Produces(NDJSON)
    @ReadsItems
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT, Role.SANDBOX})
    @Operation(summary = "Submit many reports")
    @APIResponse(
            responseCode = "200",
            description = "One line per item",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchLine.class)))
    @APIResponse(
            responseCode = "422",
            description = "One line per item; in the mode atomic, nothing was stored",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchLine.class)))
    public Response submitReports(
            @QueryParam("mode") @DefaultValue("partial") BatchMode mode,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = BatchItem[].class)),
                                @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchItem.class))
                            })
                    InputStream body,
            @QueryParam(DRY_RUN)
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @Context RoutingContext context)
            throws IOException {
        HttpServerRequest http = context.request();
        BatchRequest request = new BatchRequest(
                caller.actor(),
                auditLog.now(),
                access.reachToSubmit(),
                caller.language(),
                signer,
                http.path(),
                RequestId.of(http),
                limits.body().asLongValue(),
                Flag.of(DRY_RUN, dryRun));
        Client client = caller.client();
        BatchResponse response = new BatchResponse(mapper.writer(), load.spool().open(client));
        if (mode == BatchMode.ATOMIC || request.dryRun()) {
            return spooled(mode, body, load.spool().open(client), request, response);
        }
        StreamingOutput output = partial(
                new BatchItems(body, request.maxItemSize()), request, response, http, RequestBodies.keepSlot(context));
        return Response.ok(output, NDJSON).build();
    }

    private StreamingOutput partial(
            BatchItems batchItems, BatchRequest request, BatchResponse response, HttpServerRequest http, Slot slot) {
        return client -> {
            try (slot;
                    response) {
                response.streamTo(client, http.response()::writeQueueFull);
                batch.partial(batchItems, request, response);
                response.finish(client);
            }
        };
    }

    /** Responds after the whole batch has been read, as only then the status is known. */
    private Response spooled(
            BatchMode mode, InputStream body, Reservation room, BatchRequest request, BatchResponse response)
            throws IOException {
        boolean read = false;
        try (SpooledBatch received = SpooledBatch.receive(body, room, request.maxItemSize())) {
            boolean allStored = request.dryRun()
                    ? batch.dryRun(received, request, response)
                    : batch.atomic(received, request, response);
            read = true;
            boolean isAborted = !allStored && mode == BatchMode.ATOMIC;
            return Response.status(isAborted ? ProblemType.REPORT_REJECTED.status() : 200)
                    .type(NDJSON)
                    .entity(lines(response, line -> isAborted ? aborted(line, request) : line))
                    .build();
        } finally {
            if (!read) {
                response.close();
            }
        }
    }

    private static StreamingOutput lines(BatchResponse response, UnaryOperator<byte[]> mapping) {
        return client -> {
            try (response) {
                response.finishMapped(client, mapping);
            }
        };
    }

    private byte[] aborted(byte[] line, BatchRequest request) {
        try {
            JsonNode sent = mapper.readTree(line);
            return sent.has("problem")
                    ? line
                    : mapper.writeValueAsBytes(BatchLine.rejected(
                            sent.get("line").longValue(),
                            sent.get("agency").textValue(),
                            sent.get("year").intValue(),
                            ProblemException.of(ProblemType.BATCH_ABORTED),
                            request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
