package org.gongkai.statistics;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** How a roll-up is written. */
@Schema(enumeration = {"json", "csv"})
public enum RollUpFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "UTF-8"));

    private final MediaType mediaType;

    RollUpFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Called by the framework with the value of the parameter. */
    public static RollUpFormat fromString(String code) {
        return ParameterFault.choose("format", code, values(), RollUpFormat::code);
    }

    /** The format that is asked for, by the parameter or else by the {@code Accept} header. */
    static RollUpFormat of(RollUpFormat parameter, HttpHeaders headers) {
        return parameter != null
                ? parameter
                : headers.getAcceptableMediaTypes().stream()
                        .flatMap(RollUpFormat::compatible)
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(ProblemType.NOT_ACCEPTABLE, ProblemType.NOT_ACCEPTABLE.meaning()));
    }

    private static Stream<RollUpFormat> compatible(MediaType accepted) {
        return Arrays.stream(values()).filter(format -> format.mediaType.isCompatible(accepted));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
