package org.gongkai.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.rules.Finding;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Converts exceptions to problem details. No class name, SQL or stack trace leaves the service. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

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
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return problem(ProblemException.ofMalformedJson(mismatch), headers, request);
        }
        Finding finding = Finding.ofShape(pointer(mismatch), null, reason(mismatch));
        return problem(ProblemException.ofFindings(ProblemType.INVALID_ENTRY, List.of(finding)), headers, request);
    }

    private static Text reason(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return new Text("没有此项", "Unknown member");
        }
        Class<?> wanted = mismatch.getTargetType();
        if (wanted == LocalDate.class) {
            return new Text("应为日期，如 2024-01-31", "Must be a date such as 2024-01-31");
        }
        return wanted != null && wanted.isEnum()
                ? new Text("应为以下之一：%s", "Must be one of %s").with(Arrays.toString(wanted.getEnumConstants()))
                : new Text("数据类型不符", "The value has the wrong type");
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
        return problem(ProblemException.of(ProblemType.FORBIDDEN), headers, request);
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

    private static String pointer(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(Pointers::step)
                .collect(Collectors.joining());
    }
}
