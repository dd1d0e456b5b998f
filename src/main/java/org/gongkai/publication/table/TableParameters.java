package org.gongkai.publication.table;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.csv.Csv;
import org.gongkai.http.answer.Download;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;
import org.gongkai.http.parameter.Labels;
import org.gongkai.text.Language;

/**
 * The parameters for the format of a list that is also a table: JSON in pages, or CSV or XLSX with the complete list.
 */
public class TableParameters {

    @QueryParam("format")
    @Parameter(
            description = "Format of the answer; takes precedence over the Accept header. CSV and XLSX contain the"
                    + " complete list")
    public TableFormat format;

    @QueryParam("bom")
    @CheckedBy(Flag.Check.class)
    @Parameter(
            description = "Whether CSV begins with a byte order mark, which Excel needs to detect UTF-8",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public String bom;

    @QueryParam("labels")
    @Parameter(
            description =
                    "The labels in CSV and XLSX: codes, names in the language of the caller, or both in columns of"
                            + " their own. Without it, XLSX has names; CSV has both for districts, categories and agencies,"
                            + " and codes for kinds and states. JSON ignores it")
    public Labels labels;

    @Context
    public HttpHeaders headers;

    /**
     * Returns the answer in the requested format.
     *
     * @param list the query for the list
     * @param entry converts a result of the query to an entry
     * @param table the table of the entries
     */
    public <T, E> Response answer(ListQuery<T> list, Paging paging, Function<T, E> entry, Table<E> table) {
        return answer(() -> paging.of(list).map(entry), () -> paging.whole(list, entry), paging, table);
    }

    /**
     * Returns the answer in the requested format.
     *
     * @param page returns the requested page
     * @param whole returns the complete list
     * @param table the table of the entries
     */
    public <E> Response answer(Supplier<Page<E>> page, Supplier<List<E>> whole, Paging paging, Table<E> table) {
        TableLabels chosen = new TableLabels(Optional.ofNullable(labels), TableFormat.of(format, headers));
        Language language = Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder answer = chosen.format() == TableFormat.JSON
                ? Response.fromResponse(paging.answer(page.get()).toResponse())
                : Response.ok(content(whole.get(), table, chosen, language));
        return described(answer, chosen, language, table).build();
    }

    private <E> Object content(List<E> rows, Table<E> table, TableLabels chosen, Language language) {
        if (chosen.format() == TableFormat.XLSX) {
            return TableWorkbook.of(table, rows, chosen, language);
        }
        String csv = TableCsv.of(table.columns().apply(chosen, language), rows.stream());
        return Flag.of("bom", bom) ? Csv.BYTE_ORDER_MARK + csv : csv;
    }

    private static Response.ResponseBuilder described(
            Response.ResponseBuilder answer, TableLabels chosen, Language language, Table<?> table) {
        answer.type(chosen.format().mediaType()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (chosen.dependOnLanguage()) {
            answer.language(language.locale()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        if (chosen.format() == TableFormat.XLSX) {
            String extension = "." + chosen.format().code();
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    Download.named(table.name() + extension, table.title().in(language) + extension));
        }
        return answer;
    }
}
