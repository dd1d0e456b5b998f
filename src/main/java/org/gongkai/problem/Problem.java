package org.gongkai.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.SuspectCell;
import org.gongkai.text.Language;

/**
 * Problem details (RFC 9457).
 *
 * @param type URI reference of the problem type, which is also a page that explains it
 * @param title what kind of problem it is, in the language asked for
 * @param status the HTTP status
 * @param detail what is wrong with this request, in the language asked for
 * @param instance the path that was asked
 * @param requestId the name of the request, which is in the header {@code X-Request-Id} and in the log of the service, too
 * @param findings every fault found in the body; absent where the body is not at issue
 * @param causes the cells that probably explain several of the findings each, the likeliest first; absent where none does
 * @param parameters every parameter that is wrong; absent where none is
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<FindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<SuspectCell> causes,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ParameterFinding> parameters) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is told of a problem.
     *
     * @param instance the path that was asked
     * @param requestId the name of the request
     */
    public static Problem of(ProblemException problem, String instance, String requestId, Language language) {
        ProblemType type = problem.type();
        return new Problem(
                type.uri(),
                type.title().in(language),
                type.status(),
                problem.detail().in(language),
                instance,
                requestId,
                mapped(problem.findings(), finding -> FindingView.of(finding, language)),
                mapped(problem.causes(), cause -> SuspectCell.of(cause, language)),
                mapped(problem.parameters(), fault -> fault.in(language)));
    }

    private static <T, U> List<U> mapped(List<T> list, Function<T, U> mapping) {
        return list.isEmpty() ? null : list.stream().map(mapping).toList();
    }

    /**
     * A parameter that is wrong.
     *
     * @param name the parameter
     * @param value the value given; absent where the name itself is unknown
     * @param message what is wrong with it, in the language asked for
     * @param known the values, or for an unknown name the names, that are known; absent where they are not a list
     */
    public record ParameterFinding(
            String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) String value,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> known) {}
}
