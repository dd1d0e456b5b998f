package org.gongkai.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.Language;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;
import org.gongkai.rules.Finding;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into problem details. No class name, SQL or stack trace leaves the service. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException problem, HttpHeaders headers, UriInfo uri) {
        return answer(problem, headers, uri).build();
    }

    /** Thrown by the framework, around the problem where one of our parameter types refused its value. */
    @ServerExceptionMapper
    Response framework(WebApplicationException thrown, HttpHeaders headers, UriInfo uri) {
        if (thrown.getCause() instanceof ProblemException problem) {
            return problem(problem, headers, uri);
        }
        if (thrown.getCause() instanceof JacksonException malformed) {
            return malformed(malformed, headers, uri);
        }
        Response.ResponseBuilder answer = answer(ofStatus(thrown.getResponse().getStatus()), headers, uri);
        String allow = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch, HttpHeaders headers, UriInfo uri) {
        Fault fault = Fault.ofShape(pointer(mismatch), null, reason(mismatch));
        return problem(ProblemException.ofFaults(ProblemType.INVALID_ENTRY, List.of(fault)), headers, uri);
    }

    private static Text reason(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return new Text("没有此项", "There is no such field");
        }
        Class<?> wanted = mismatch.getTargetType();
        return wanted != null && wanted.isEnum()
                ? new Text("应为以下之一：%s", "Must be one of %s").with(Arrays.toString(wanted.getEnumConstants()))
                : new Text("内容的类型不对", "The content is of the wrong type");
    }

    @ServerExceptionMapper
    Response malformed(JacksonException malformed, HttpHeaders headers, UriInfo uri) {
        return problem(ProblemException.ofMalformedJson(malformed), headers, uri);
    }

    @ServerExceptionMapper
    Response other(Throwable thrown, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem, headers, uri);
            }
        }
        if (DatabaseFailure.isOutage(thrown)) {
            LOG.warnf(thrown, "Database unavailable: %s", uri.getRequestUri().getRawPath());
            return answer(plain(ProblemType.UNAVAILABLE), headers, uri)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .build();
        }
        LOG.errorf(thrown, "Request failed: %s", uri.getRequestUri().getRawPath());
        return problem(plain(ProblemType.INTERNAL_ERROR), headers, uri);
    }

    private static ProblemException ofStatus(int status) {
        return plain(
                switch (status) {
                    case 400 -> ProblemType.MALFORMED_HEADER;
                    case 404 -> ProblemType.UNKNOWN_RESOURCE;
                    case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemType.NOT_ACCEPTABLE;
                    case 413 -> ProblemType.BODY_TOO_LARGE;
                    case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
                    default -> ProblemType.INTERNAL_ERROR;
                });
    }

    private static ProblemException plain(ProblemType type) {
        return new ProblemException(type, type.meaning());
    }

    private static Response.ResponseBuilder answer(ProblemException problem, HttpHeaders headers, UriInfo uri) {
        Language language = Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        ProblemType type = problem.type();
        List<Finding> findings = problem.faults().stream()
                .map(fault -> Finding.of(fault, language))
                .toList();
        List<Problem.ParameterFinding> parameters =
                problem.parameters().stream().map(fault -> fault.in(language)).toList();
        Problem body = new Problem(
                type.uri(),
                type.title().in(language),
                type.status(),
                problem.detail().in(language),
                uri.getRequestUri().getRawPath(),
                findings.isEmpty() ? null : findings,
                parameters.isEmpty() ? null : parameters);
        return Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .language(language.locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(body);
    }

    private static String pointer(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
