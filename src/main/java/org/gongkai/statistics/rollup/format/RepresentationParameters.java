package org.gongkai.statistics.rollup.format;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.http.Flag;
import org.gongkai.statistics.rollup.Labels;
import org.gongkai.text.Language;

/** The parameters that say how to write a roll-up. */
public class RepresentationParameters {

    @QueryParam("format")
    @Parameter(description = "How to write the answer; goes before the Accept header")
    public RollUpFormat format;

    @QueryParam("labels")
    @Parameter(
            description =
                    "Whether CSV and XLSX name districts, categories, agencies, types of applicant and figures by code, by name, in"
                            + " the language of the caller, or by both in columns of their own. Without it, XLSX names all by both;"
                            + " CSV names districts, categories and agencies by both, types of applicant and figures by code. JSON"
                            + " and JSON-stat are not concerned")
    public Labels labels;

    @QueryParam("bom")
    @Parameter(
            description = "Whether CSV begins with a byte order mark, by which Excel knows UTF-8",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public String bom;

    @Context
    public HttpHeaders headers;

    @Context
    public UriInfo uri;

    public Representation in(Language language) {
        URI asked = uri.getRequestUri();
        return new Representation(
                RollUpFormat.of(format, headers),
                Optional.ofNullable(labels),
                Flag.of("bom", bom),
                language,
                asked.getQuery() == null ? asked.getPath() : asked.getPath() + "?" + asked.getQuery());
    }
}
