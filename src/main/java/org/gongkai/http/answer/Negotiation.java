package org.gongkai.http.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Chooses the format of an answer. */
public final class Negotiation {

    private Negotiation() {}

    /**
     * Returns the format that the parameter or, in its absence, the {@code Accept} header requests.
     *
     * @param parameter value of the parameter; {@code null} if it is absent
     * @param formats the available formats, the preferred one first
     * @param mediaType returns the media type of a format
     * @throws ProblemException if no format is acceptable
     */
    public static <F> F choose(F parameter, HttpHeaders headers, F[] formats, Function<F, MediaType> mediaType) {
        return parameter != null
                ? parameter
                : headers.getAcceptableMediaTypes().stream()
                        .flatMap(accepted -> compatible(accepted, formats, mediaType))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_ACCEPTABLE));
    }

    private static <F> Stream<F> compatible(MediaType accepted, F[] formats, Function<F, MediaType> mediaType) {
        return Arrays.stream(formats).filter(format -> mediaType.apply(format).isCompatible(accepted));
    }
}
