package org.gongkai.filing.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.receipt.ReceiptSigner;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.http.Caller;
import org.gongkai.http.body.Body;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.MismatchedJson;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.RequestId;
import org.gongkai.rules.Finding;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.text.Characters;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Decisions on many reports in one request. */
@Path("/api/v1/decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class DecisionsResource {

    /** Maximum number of decisions in one request. */
    static final int MAX_NUMBER = 500;

    private static final Logger LOG = Logger.getLogger(DecisionsResource.class);

    private static final Text TOO_MANY = new Text(
                    "一次最多 %s 项决定，请分次提交", "Must have at most %s decisions: send the others in another request")
            .with(MAX_NUMBER);

    private final Reviews reviews;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final Access access;
    private final ReceiptSigner signer;

    DecisionsResource(Reviews reviews, ObjectMapper mapper, Caller caller, Access access, ReceiptSigner signer) {
        this.reviews = reviews;
        this.mapper = mapper;
        this.signer = signer;
        this.caller = caller;
        this.access = access;
    }

    /**
     * Decides on many revisions, one after the other, each as by the decision on a single revision. The answer has one
     * result for each, in order, with the receipt or the problem. A decision that is refused does not affect the others.
     * A decision on a revision that waits is refused (412) when the agency has submitted a newer revision.
     * The subject that submitted a revision cannot decide on it (403), unless the setting gongkai.review.own-submissions
     * allows it.
     *
     * @param decisions the decisions, at most 500
     */
    @POST
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Decide on many revisions")
    public RestResponse<List<DecisionResult>> decideOnRevisions(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.ARRAY,
                                                            implementation = ReportDecision.class,
                                                            maxItems = MAX_NUMBER)))
                    List<JsonNode> decisions,
            @Context HttpServerRequest http) {
        if (Body.required(decisions).size() > MAX_NUMBER) {
            throw ProblemException.ofFindings(ProblemType.INVALID_ENTRY, List.of(Finding.ofShape("", null, TOO_MANY)));
        }
        List<DecisionResult> results = new ArrayList<>();
        for (JsonNode decision : decisions) {
            results.add(result(results.size() + 1, decision, http));
        }
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(results))
                .build();
    }

    private DecisionResult result(int line, JsonNode decision, HttpServerRequest http) {
        try {
            Receipt receipt = decide(decision);
            return new DecisionResult(
                    line,
                    receipt.agency(),
                    receipt.year(),
                    receipt.revision(),
                    RestResponse.StatusCode.OK,
                    receipt,
                    null);
        } catch (RuntimeException refused) {
            return refused(line, decision, ProblemException.of(logged(line, refused)), http);
        }
    }

    private Receipt decide(JsonNode node) {
        ReportDecision decision = read(node);
        access.reach().require(decision.agency(), decision.year());
        ReportYear year = ReportYear.fromString(String.valueOf(decision.year()));
        ProblemException.refuse(ProblemType.INVALID_ENTRY, DecisionCheck.faults(year.form(), decision.request()));
        RevisionId id = new RevisionId(decision.agency(), (short) year.value(), decision.revision());
        return Receipt.of(
                reviews.decideOnNewest(id, decision.request(), caller.actor()),
                caller.language(),
                Visibility.FULL,
                signer);
    }

    private ReportDecision read(JsonNode node) {
        ReportDecision decision = parse(node);
        List<Finding> faults = new ArrayList<>();
        if (decision == null || decision.agency() == null || !Characters.areStorable(decision.agency())) {
            faults.add(Finding.ofShape("/agency", null, new Text("应为机关代码", "Must be the code of an agency")));
        }
        if (decision == null || decision.year() == null) {
            faults.add(Finding.ofShape("/year", null, new Text("应为报告年度", "Must be a report year")));
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
        return decision;
    }

    private ReportDecision parse(JsonNode node) {
        try {
            return mapper.treeToValue(node, ReportDecision.class);
        } catch (MismatchedInputException mismatch) {
            throw MismatchedJson.problem(mismatch);
        } catch (JsonProcessingException malformed) {
            throw ProblemException.ofMalformedJson(malformed);
        }
    }

    private DecisionResult refused(int line, JsonNode decision, ProblemException problem, HttpServerRequest http) {
        return new DecisionResult(
                line,
                decision.path("agency").textValue(),
                integer(decision.path("year")),
                integer(decision.path("revision")),
                problem.type().status(),
                null,
                Problem.of(problem, http.path(), RequestId.of(http), caller.language()));
    }

    private static Integer integer(JsonNode value) {
        return value.isInt() ? Integer.valueOf(value.intValue()) : null;
    }

    /** Logs a failure of the service. */
    private static RuntimeException logged(int line, RuntimeException thrown) {
        if (ProblemException.of(thrown).type() == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(thrown, "Decision %d of a request failed", line);
        }
        return thrown;
    }
}
