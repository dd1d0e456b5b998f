package org.gongkai.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.SuspectCellView;
import org.gongkai.text.Language;

/**
 * Problem details (RFC 9457).
 *
 * @param type URI reference of the problem type, which is also a page that explains it
 * @param title title of the problem type, in the requested language
 * @param status the HTTP status
 * @param detail description of the error in this request, in the requested language
 * @param instance path of the request
 * @param requestId ID of the request, which is also in the header {@code X-Request-Id} and in the log of the service
 * @param findings all errors in the body; absent if the problem is not about the body
 * @param causes the cells that probably explain several of the findings each, the likeliest first; absent where none
 *     does
 * @param parameters all invalid parameters; absent if there are none
 */
public record Problem(
        String type,
        String title,
        @Schema(minimum = "400", maximum = "599") int status,
        String detail,
        String instance,
        @Schema(pattern = RequestId.FORMAT) String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<FindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<SuspectCellView> causes,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ParameterFinding> parameters) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * Returns the problem details in one language.
     *
     * @param instance path of the request
     * @param requestId ID of the request
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
                mapped(problem.causes(), cause -> SuspectCellView.of(cause, language)),
                mapped(problem.parameters(), fault -> fault.in(language)));
    }

    private static <T, U> List<U> mapped(List<T> list, Function<T, U> mapping) {
        return list.isEmpty() ? null : list.stream().map(mapping).toList();
    }

    /**
     * An invalid parameter.
     *
     * @param name name of the parameter
     * @param value value in the request; absent if the name itself is unknown
     * @param message description of the error, in the requested language
     * @param known the known values or, for an unknown name, the known names; absent if there is no list of them
     */
    public record ParameterFinding(
            String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) String value,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> known) {}
}
