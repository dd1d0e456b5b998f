package org.gongkai.statistics.rollup.format;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.Negotiation;
import org.gongkai.problem.ParameterFault;

/** What a roll-up is written as. */
@Schema(enumeration = {"json", "csv", "xlsx", "jsonstat"})
public enum RollUpFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "UTF-8")),
    XLSX(MediaType.valueOf(RollUpFormat.XLSX_TYPE)),
    JSONSTAT(MediaType.valueOf(RollUpFormat.JSONSTAT_TYPE));

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** None is registered for JSON-stat; by the suffix, whatever reads JSON reads it. */
    public static final String JSONSTAT_TYPE = "application/vnd.json-stat+json";

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

    static RollUpFormat of(RollUpFormat parameter, HttpHeaders headers) {
        return Negotiation.choose(parameter, headers, values(), RollUpFormat::mediaType);
    }

    /** The value it is asked for by, and for what is saved as a file, how its name ends. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
