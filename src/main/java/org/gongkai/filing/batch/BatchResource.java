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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.submission.BatchItem;
import org.gongkai.http.Caller;
import org.gongkai.http.body.BodyLimit;
import org.gongkai.http.body.ReadsItems;
import org.gongkai.http.body.RequestBodies;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
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

    private final Batch batch;
    private final ObjectMapper mapper;
    private final BodyLimit.Limits limits;
    private final LoadControl load;
    private final Caller caller;
    private final Access access;
    private final AuditLog auditLog;

    BatchResource(
            Batch batch,
            ObjectMapper mapper,
            BodyLimit.Limits limits,
            LoadControl load,
            Caller caller,
            Access access,
            AuditLog auditLog) {
        this.batch = batch;
        this.mapper = mapper;
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
     * If it breaks off, the last line reports it.
     *
     * @param mode whether a rejected item prevents the storage of the others
     * @param body the reports, as a JSON array or one object per line
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Produces(NDJSON)
    @ReadsItems
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
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
            @Context RoutingContext context)
            throws IOException {
        HttpServerRequest http = context.request();
        BatchRequest request = new BatchRequest(
                caller.actor(),
                auditLog.now(),
                access.reach(),
                caller.language(),
                http.path(),
                RequestId.of(http),
                limits.body().asLongValue());
        Client client = caller.client();
        BatchResponse response = new BatchResponse(mapper.writer(), load.spool().open(client));
        if (mode == BatchMode.ATOMIC) {
            return atomic(body, load.spool().open(client), request, response);
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
    private Response atomic(InputStream body, Reservation room, BatchRequest request, BatchResponse response)
            throws IOException {
        boolean read = false;
        try (SpooledBatch received = SpooledBatch.receive(body, room, request.maxItemSize())) {
            boolean stored = batch.atomic(received, request, response);
            read = true;
            return Response.status(stored ? 200 : ProblemType.REPORT_REJECTED.status())
                    .type(NDJSON)
                    .entity(lines(response, line -> stored ? line : aborted(line, request)))
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
