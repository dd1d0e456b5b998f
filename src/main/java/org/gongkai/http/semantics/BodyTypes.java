package org.gongkai.http.semantics;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The media types of bodies, with other names of the same type that clients use. */
final class BodyTypes {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    /**
     * The registered or usual name of a type by another one. Spreadsheets on Windows register {@code
     * application/vnd.ms-excel} for CSV files.
     */
    private static final Map<String, String> USUAL = Map.of(
            "application/csv", CSV,
            "application/x-csv", CSV,
            "text/x-csv", CSV,
            "text/comma-separated-values", CSV,
            "application/vnd.ms-excel", CSV,
            "application/jsonl", NDJSON,
            "application/x-jsonlines", NDJSON,
            "application/ndjson", NDJSON,
            "application/xhtml+xml", MediaType.TEXT_HTML);

    private BodyTypes() {}

    /**
     * Returns the type of a body under the name that an operation uses for it.
     *
     * @param takes the types that the operation takes
     * @return empty if it takes none of this type
     */
    static Optional<MediaType> taken(MediaType type, List<MediaType> takes) {
        String name = name(type);
        String usual = USUAL.getOrDefault(name, name);
        return takes.stream()
                .filter(taken -> name(taken).equals(name) || name(taken).equals(usual))
                .findFirst()
                .map(taken -> new MediaType(taken.getType(), taken.getSubtype(), type.getParameters()));
    }

    /** Returns the names of types, as the value of a header. */
    static String names(List<MediaType> types) {
        return types.stream().map(BodyTypes::name).collect(Collectors.joining(", "));
    }

    /** Returns the name of a type, without its parameters. */
    static String name(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }
}
