package org.gongkai.publication.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.answer.AnswerFormat;
import org.gongkai.http.answer.Negotiation;
import org.gongkai.problem.ParameterFault;
import org.gongkai.publication.DocumentFormat;

/** The format of a list that is also a table for people. */
@Schema(enumeration = {"json", "csv", "xlsx"})
public enum TableFormat {
    JSON(AnswerFormat.JSON.mediaType()),
    CSV(AnswerFormat.CSV.mediaType()),
    XLSX(DocumentFormat.XLSX.mediaType());

    private final MediaType mediaType;

    TableFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Parses the value of the parameter. The framework calls this method. */
    public static TableFormat fromString(String code) {
        return ParameterFault.choose("format", code, values(), TableFormat::code);
    }

    /** Returns the format that the parameter or, in its absence, the {@code Accept} header requests. */
    static TableFormat of(TableFormat parameter, HttpHeaders headers) {
        return Negotiation.choose(parameter, headers, values(), TableFormat::mediaType);
    }

    /** Returns its value in the parameter, which is also the extension of a file. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
