package org.gongkai.statistics.rollup.format;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.answer.Negotiation;
import org.gongkai.problem.ParameterFault;

/** A format of roll-ups. */
@Schema(enumeration = {"json", "csv", "xlsx", "jsonstat", "html", "ndjson"})
public enum RollUpFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "UTF-8")),
    XLSX(MediaType.valueOf(RollUpFormat.XLSX_TYPE)),
    JSONSTAT(MediaType.valueOf(RollUpFormat.JSONSTAT_TYPE)),
    HTML(new MediaType("text", "html", "UTF-8")),
    /** All rows, however many, without a roll-up around them. */
    NDJSON(MediaType.valueOf(RollUpFormat.NDJSON_TYPE));

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of JSON-stat. None is registered; the suffix lets JSON clients read it. */
    public static final String JSONSTAT_TYPE = "application/vnd.json-stat+json";

    /** The media type of JSON rows, one a line. */
    public static final String NDJSON_TYPE = "application/x-ndjson";

    private final MediaType mediaType;

    RollUpFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Parses the value of the parameter. Called by the framework. */
    public static RollUpFormat fromString(String code) {
        return ParameterFault.choose("format", code, values(), RollUpFormat::code);
    }

    static RollUpFormat of(RollUpFormat parameter, HttpHeaders headers) {
        return Negotiation.choose(parameter, headers, values(), RollUpFormat::mediaType);
    }

    /** Returns whether it is a table, with columns for labels. */
    boolean isTable() {
        return this == CSV || this == XLSX || this == HTML;
    }

    /** Returns its value in the parameter, which is also the extension of a file. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
