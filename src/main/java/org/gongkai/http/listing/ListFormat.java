package org.gongkai.http.listing;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.csv.Csv;
import org.gongkai.http.answer.AnswerFormat;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;

/** The parameters for the format of a list: JSON in pages, or CSV with the complete list. */
public class ListFormat {

    @QueryParam("format")
    @Parameter(
            description =
                    "Format of the answer; takes precedence over the Accept header. CSV contains the complete list")
    public AnswerFormat format;

    @QueryParam("bom")
    @CheckedBy(Flag.Check.class)
    @Parameter(
            description = "Whether CSV begins with a byte order mark, which Excel needs to detect UTF-8",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public String bom;

    @Context
    public HttpHeaders headers;

    public boolean isCsv() {
        return AnswerFormat.of(format, headers) == AnswerFormat.CSV;
    }

    /**
     * Returns the answer in the requested format.
     *
     * @param list the query for the list
     * @param entry converts a result of the query to an entry
     * @param csv writes entries as CSV
     */
    public <T, E> Response answer(
            ListQuery<T> list, Paging paging, Function<T, E> entry, Function<Stream<E>, String> csv) {
        String mark = Flag.of("bom", bom) ? Csv.BYTE_ORDER_MARK : "";
        Response.ResponseBuilder answer = isCsv()
                ? Response.ok(mark + csv.apply(paging.whole(list, entry).stream()), AnswerFormat.CSV.mediaType())
                : Response.fromResponse(
                                paging.answer(paging.of(list).map(entry)).toResponse())
                        .type(AnswerFormat.JSON.mediaType());
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
}
