package org.gongkai.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Which of its formats an operation is to answer in. */
public final class Negotiation {

    private Negotiation() {}

    /**
     * The format that is asked for, by the parameter or else by the {@code Accept} header.
     *
     * @param parameter what the parameter says; {@code null} where it is not there
     * @param formats the formats there are, the preferred one first
     * @param mediaType the media type of a format
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
