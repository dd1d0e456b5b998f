package org.gongkai.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.rules.Finding;
import org.gongkai.rules.SuspectCell;
import org.gongkai.text.Text;

/** An exception that ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<Finding> findings;
    private final transient List<SuspectCell> causes;
    private final transient List<ParameterFault> parameters;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public ProblemException(ProblemType type, Text detail) {
        this(type, detail, List.of(), List.of(), List.of());
    }

    private ProblemException(
            ProblemType type,
            Text detail,
            List<Finding> findings,
            List<SuspectCell> causes,
            List<ParameterFault> parameters) {
        super(detail.en());
        this.type = type;
        this.detail = detail;
        this.findings = findings;
        this.causes = causes;
        this.parameters = parameters;
        type.retryAfter().ifPresent(delay -> with(HttpHeaders.RETRY_AFTER, String.valueOf(delay.toSeconds())));
    }

    /** Adds a header to the answer, or replaces it. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Returns the problem for any exception: the problem that it wraps, a temporary outage, or an internal error. */
    public static ProblemException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return of(DatabaseFailure.isOutage(thrown) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL_ERROR);
    }

    /** Returns a problem whose detail is the explanation of its type. */
    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, type.meaning());
    }

    /** Returns the problem of a body with errors. */
    public static ProblemException ofFindings(ProblemType type, List<Finding> findings) {
        return ofFindings(type, findings, List.of());
    }

    /** Returns the problem of a body with errors, several of which may have a common cause. */
    public static ProblemException ofFindings(ProblemType type, List<Finding> findings, List<SuspectCell> causes) {
        Text detail = new Text("共 %s 处错误，第一处：%s", "%s error(s), the first: %s")
                .with(findings.size(), findings.get(0).message());
        return new ProblemException(type, detail, findings, causes, List.of());
    }

    /** Refuses the body if there are findings. */
    public static void refuse(ProblemType type, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw ofFindings(type, findings);
        }
    }

    /** Returns the problem of invalid parameters. */
    public static ProblemException ofParameters(List<ParameterFault> parameters) {
        ParameterFault first = parameters.get(0);
        Text detail = new Text("参数 %s：%s", "Parameter %s: %s").with(first.name(), first.message());
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail, List.of(), List.of(), parameters);
    }

    public static ProblemException ofParameter(ParameterFault parameter) {
        return ofParameters(List.of(parameter));
    }

    /** Returns the problem of a body that is not JSON, or not exactly one JSON value. */
    public static ProblemException ofMalformedJson(JacksonException malformed) {
        return ofMalformedJson(malformed, 1, 1);
    }

    /**
     * Returns the problem of a part of a body that is not JSON.
     *
     * @param line number of the line in the body at which the part begins
     * @param column number of the column at which it begins
     */
    public static ProblemException ofMalformedJson(JacksonException malformed, long line, long column) {
        JsonLocation location = malformed.getLocation();
        if (location == null) {
            return new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text("不是合法的 JSON，或嵌套过深、数字过长", "Not valid JSON, or nested too deeply, or a number is too long"));
        }
        return new ProblemException(
                ProblemType.MALFORMED_JSON,
                new Text("第 %s 行第 %s 列处：%s", "Line %s, column %s: %s")
                        .with(
                                line + location.getLineNr() - 1,
                                location.getColumnNr() + (location.getLineNr() == 1 ? column - 1 : 0),
                                reason(malformed)));
    }

    private static Text reason(JacksonException malformed) {
        if (malformed instanceof JsonEOFException) {
            return new Text(
                    "内容到此为止，JSON 没有写完，可能在发送途中被截断",
                    "The text ends before the JSON is complete; it may have been cut off on its way");
        }
        if (malformed instanceof StreamConstraintsException) {
            return new Text("嵌套过深、数字过长，或取值过多", "Nested too deeply, a number is too long, or there are too many values");
        }
        return malformed.getOriginalMessage().startsWith("Duplicate field")
                ? new Text("键重复", "A key is repeated")
                : new Text("不是合法的 JSON", "Not valid JSON");
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Returns the cells that probably explain several of the findings. */
    public List<SuspectCell> causes() {
        return causes;
    }

    public List<ParameterFault> parameters() {
        return parameters;
    }

    /** Returns the headers of the answer that belong to the problem, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }
}
