package org.gongkai.http.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** The format of a list. */
@Schema(enumeration = {"json", "csv"})
public enum AnswerFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "UTF-8"));

    private final MediaType mediaType;

    AnswerFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Parses the value of the parameter. The framework calls this method. */
    public static AnswerFormat fromString(String code) {
        return ParameterFault.choose("format", code, values(), AnswerFormat::code);
    }

    /** Returns the format that the parameter or, in its absence, the {@code Accept} header requests. */
    public static AnswerFormat of(AnswerFormat parameter, HttpHeaders headers) {
        return Negotiation.choose(parameter, headers, values(), AnswerFormat::mediaType);
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
