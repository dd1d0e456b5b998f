package org.gongkai.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.gongkai.text.Language;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Converts exceptions to problem details. No class name, SQL or stack trace leaves the service. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final RefusalReason refusal;

    ExceptionMappers(RefusalReason refusal) {
        this.refusal = refusal;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem, HttpHeaders headers, HttpServerRequest request) {
        return answer(problem, headers, request).build();
    }

    /** Converts an exception of the framework, which may wrap a problem or an exception of the JSON parser. */
    @ServerExceptionMapper
    Response framework(WebApplicationException thrown, HttpHeaders headers, HttpServerRequest request) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem, headers, request);
            }
            if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
                return problem(ProblemException.ofMalformedJson((JacksonException) cause), headers, request);
            }
        }
        ProblemType type = ofStatus(thrown.getResponse().getStatus());
        if (type == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(thrown, "Request failed: %s", request.path());
        }
        return problem(ProblemException.of(type), headers, request);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch, HttpHeaders headers, HttpServerRequest request) {
        return problem(MismatchedJson.problem(mismatch), headers, request);
    }

    /** Answers a request without a token. */
    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException missing, HttpHeaders headers, HttpServerRequest request) {
        return challenge("Bearer", ProblemException.of(ProblemType.UNAUTHENTICATED), headers, request);
    }

    /** Answers a request with an invalid token (RFC 6750, section 3.1). The reason may be a claim of the token. */
    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException invalid, HttpHeaders headers, HttpServerRequest request) {
        ProblemException reason = ProblemException.of(invalid);
        return challenge(
                "Bearer error=\"invalid_token\"",
                reason.type() == ProblemType.UNAUTHENTICATED
                        ? reason
                        : ProblemException.of(ProblemType.UNAUTHENTICATED),
                headers,
                request);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException denied, HttpHeaders headers, HttpServerRequest request) {
        ProblemException problem = refusal.ofCaller()
                .map(reason -> new ProblemException(ProblemType.FORBIDDEN, reason))
                .orElseGet(() -> ProblemException.of(ProblemType.FORBIDDEN));
        return problem(problem, headers, request);
    }

    private static Response challenge(
            String challenge, ProblemException problem, HttpHeaders headers, HttpServerRequest request) {
        return answer(problem, headers, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    @ServerExceptionMapper
    Response other(Throwable thrown, HttpHeaders headers, HttpServerRequest request) {
        ProblemException problem = ProblemException.of(thrown);
        if (problem.type() == ProblemType.UNAVAILABLE) {
            LOG.warnf(thrown, "Database unavailable: %s", request.path());
        }
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(thrown, "Request failed: %s", request.path());
        }
        return problem(problem, headers, request);
    }

    private static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> ProblemType.MALFORMED_HEADER;
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.UNKNOWN_RESOURCE;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 414 -> ProblemType.ADDRESS_TOO_LONG;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            default -> ProblemType.INTERNAL_ERROR;
        };
    }

    private static Response.ResponseBuilder answer(
            ProblemException problem, HttpHeaders headers, HttpServerRequest request) {
        Language language = Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Problem body = Problem.of(problem, request.path(), RequestId.of(request), language);
        Response.ResponseBuilder answer = Response.status(body.status())
                .type(Problem.MEDIA_TYPE)
                .language(language.locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(body);
        problem.headers().forEach(answer::header);
        return answer;
    }
}
