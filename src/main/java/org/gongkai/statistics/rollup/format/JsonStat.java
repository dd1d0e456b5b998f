package org.gongkai.statistics.rollup.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.FigureUnit;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;

/**
 * A roll-up as a dataset of JSON-stat 2.0 (https://json-stat.org/full/). The cube holds only the values, so that any
 * tool for charts draws these; the coverage of each cell has the same layout in the extension, and {@code status} marks
 * the cells with missing reports.
 *
 * @param version the version of the format
 * @param kind the class of the answer
 * @param label the title
 * @param source the source of the figures
 * @param updated the instant of the data
 * @param note the notes
 * @param id the dimensions: those that the roll-up is grouped by, and always the figure
 * @param size the number of members of each dimension
 * @param role the dimensions of time, geography and figures
 * @param dimension the members of each dimension
 * @param value the values
 * @param status the status of observations, by cell
 * @param extension members that the format does not define
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JsonStat(
        String version,
        @JsonProperty("class") String kind,
        String label,
        String source,
        String updated,
        List<String> note,
        @JsonInclude List<String> id,
        @JsonInclude List<Integer> size,
        Map<String, List<String>> role,
        Map<String, Axis> dimension,
        @JsonInclude RollUpCube.Cells value,
        RollUpCube.Cells status,
        Extension extension) {

    private static final Map<Dimension, String> ROLES =
            new EnumMap<>(Map.of(Dimension.YEAR, "time", Dimension.DISTRICT, "geo", Dimension.FIGURE, "metric"));

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writerFor(JsonStat.class);

    /**
     * A dimension.
     *
     * @param label its name
     * @param category its members
     */
    record Axis(String label, Members category) {}

    /**
     * The members of a dimension.
     *
     * @param index their codes in order
     * @param label their names
     * @param unit the units of figures
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Members(@JsonInclude List<String> index, Map<String, String> label, Map<String, Measured> unit) {}

    /**
     * The unit of a figure.
     *
     * @param label the unit
     * @param decimals the maximum number of decimals of its values
     */
    record Measured(String label, int decimals) {}

    /**
     * Members that the format does not define.
     *
     * @param query the URI of the query
     * @param basis the revisions that are counted
     * @param boundaries whether figures count as reported or on current boundaries
     * @param kind the kind of the agencies whose reports are counted
     * @param dataVersion the version of the data
     * @param breaks figures that the forms of some of the years do not have
     * @param coverage the coverage of each cell
     * @param status the meaning of each status
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Extension(
            String query,
            String basis,
            String boundaries,
            AgencyKind kind,
            long dataVersion,
            List<RollUp.SeriesBreak> breaks,
            CellCoverage coverage,
            Marks status) {}

    /**
     * The coverage of each cell, in the layout of the values.
     *
     * @param reports the number of reports counted
     * @param expected the number of reports that there should be
     */
    record CellCoverage(RollUpCube.Cells reports, RollUpCube.Cells expected) {}

    /**
     * The status codes.
     *
     * @param label the meaning of each code
     */
    record Marks(Map<String, String> label) {}

    static void write(RollUp rollUp, Representation representation, OutputStream out) throws IOException {
        WRITER.writeValue(out, dataset(rollUp, representation));
    }

    private static JsonStat dataset(RollUp rollUp, Representation representation) {
        Language language = representation.language();
        RollUpCube cube = new RollUpCube(rollUp, language);
        RollUpNotes notes = new RollUpNotes(rollUp, language);
        Map<String, Axis> axes = new LinkedHashMap<>();
        cube.axes().forEach((dimension, members) -> axes.put(dimension.code(), axis(dimension, members, language)));
        return new JsonStat(
                "2.0",
                "dataset",
                notes.title(),
                RollUpNotes.SOURCE.in(language),
                rollUp.asOf().toString(),
                notes.sentences(),
                List.copyOf(axes.keySet()),
                cube.axes().values().stream().map(List::size).toList(),
                roles(axes),
                axes,
                cube.cells(RollUpRow::value),
                cube.full(row ->
                        ObservationStatus.of(row).map(ObservationStatus::code).orElse(null)),
                extension(rollUp, representation, cube));
    }

    private static Map<String, List<String>> roles(Map<String, Axis> axes) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        ROLES.forEach((dimension, role) -> {
            if (axes.containsKey(dimension.code())) {
                roles.put(role, List.of(dimension.code()));
            }
        });
        return roles;
    }

    private static Axis axis(Dimension dimension, List<Named> members, Language language) {
        List<String> codes = members.stream().map(Named::code).toList();
        return new Axis(
                dimension.label().in(language),
                new Members(
                        codes,
                        byCode(members, Named::name),
                        dimension == Dimension.FIGURE ? byCode(members, figure -> unit(figure, language)) : null));
    }

    private static Measured unit(Named figure, Language language) {
        FigureUnit unit = FigureUnit.of(figure.code());
        return new Measured(unit.label().in(language), unit.decimals());
    }

    private static <T> Map<String, T> byCode(List<Named> members, Function<Named, T> attribute) {
        return members.stream()
                .collect(Collectors.toMap(Named::code, attribute, (one, same) -> one, LinkedHashMap::new));
    }

    private static Extension extension(RollUp rollUp, Representation representation, RollUpCube cube) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (ObservationStatus mark : ObservationStatus.values()) {
            marks.put(mark.code(), mark.meaning().in(representation.language()));
        }
        return new Extension(
                representation.uri().text(),
                rollUp.basis(),
                rollUp.boundaries(),
                rollUp.kind(),
                rollUp.dataVersion(),
                rollUp.breaks(),
                new CellCoverage(cube.cells(RollUpRow::reports), cube.cells(RollUpRow::expected)),
                new Marks(marks));
    }
}
