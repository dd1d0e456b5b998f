package org.gongkai.statistics.rollup.format;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.http.parameter.Flag;
import org.gongkai.http.parameter.Labels;
import org.gongkai.problem.ParameterFault;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.text.Language;

/** The parameters of the representation of a roll-up. */
public class RepresentationParameters {

    @QueryParam("format")
    @Parameter(
            description = "The format of the answer; takes precedence over the Accept header",
            schema = @Schema(implementation = RollUpFormat.class))
    public String format;

    @QueryParam("labels")
    @Parameter(
            description = "The labels of districts, categories, agencies, types of applicant and figures in CSV,"
                    + " XLSX and HTML: codes, names in the language of the caller, or both in columns of their own."
                    + " Without it, XLSX has both for all of them; CSV has both for districts, categories"
                    + " and agencies, and codes for types of applicant and figures; HTML has names. JSON,"
                    + " JSON-stat and NDJSON ignore it",
            schema = @Schema(implementation = Labels.class))
    public String labels;

    @QueryParam("bom")
    @Parameter(
            description = "Whether CSV starts with a byte order mark, which lets Excel recognize UTF-8",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public String bom;

    @Context
    public HttpHeaders headers;

    /**
     * Returns the representation of a query. Parameters that do not concern the format are not part of its URI.
     *
     * @param query the canonical URI of the query
     * @param language the language of the caller
     * @param faults receives the faults of these parameters
     */
    public Representation representation(CanonicalUri query, Language language, List<ParameterFault> faults) {
        RollUpFormat chosen = ParameterFault.collect(format, RollUpFormat::fromString, faults)
                .orElseGet(() -> RollUpFormat.of(null, headers));
        boolean byteOrderMark = ParameterFault.collect(bom, value -> Flag.of("bom", value), faults)
                        .orElse(false)
                && chosen == RollUpFormat.CSV;
        Optional<Labels> chosenLabels =
                ParameterFault.collect(labels, Labels::fromString, faults).filter(any -> chosen.isTable());
        CanonicalUri uri = query.with("format", Optional.of(chosen.code()).filter(code -> chosen != RollUpFormat.JSON))
                .with("labels", chosenLabels.map(Labels::code))
                .with("bom", byteOrderMark ? Optional.of("true") : Optional.empty());
        return new Representation(chosen, chosenLabels, byteOrderMark, language, uri);
    }
}
