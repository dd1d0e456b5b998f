package org.gongkai.statistics;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

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
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofParameter(ParameterFault.unknownValue(
                        "format",
                        code,
                        Arrays.stream(values()).map(RollUpFormat::code).toList())));
    }

    /** The format the {@code Accept} header likes best. */
    static RollUpFormat acceptedBy(Request request) {
        MediaType[] mediaTypes =
                Arrays.stream(values()).map(RollUpFormat::mediaType).toArray(MediaType[]::new);
        Variant best = request.selectVariant(Variant.mediaTypes(mediaTypes).build());
        return Arrays.stream(values())
                .filter(format -> best != null && format.mediaType.isCompatible(best.getMediaType()))
                .findFirst()
                .orElse(JSON);
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
