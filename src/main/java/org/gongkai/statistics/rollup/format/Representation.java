package org.gongkai.statistics.rollup.format;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.http.parameter.Labels;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.text.Language;

/**
 * The representation of a roll-up. The bytes depend on this and the roll-up alone.
 *
 * @param format the format
 * @param labels the labels in a table; empty when the request does not name any
 * @param byteOrderMark whether CSV starts with a byte order mark
 * @param language the language of names
 * @param uri the canonical URI of the query and this representation, for readers who find the answer as a file later
 */
public record Representation(
        RollUpFormat format, Optional<Labels> labels, boolean byteOrderMark, Language language, CanonicalUri uri) {

    /**
     * Returns the labels of a dimension in a table. By default, CSV has codes and names of registered entries, and
     * codes of figures and types of applicant, so that it is the same in every language; a workbook, which people read,
     * has codes and names of all; a page has names.
     */
    Labels labels(Dimension dimension) {
        if (format == RollUpFormat.HTML) {
            return labels.orElse(Labels.NAMES);
        }
        return labels.orElse(format == RollUpFormat.XLSX || dimension.isRegistered() ? Labels.BOTH : Labels.CODES);
    }

    /** Returns the language of the answer; empty when it is the same in all languages. */
    public Optional<Language> answerLanguage() {
        return dependsOnLanguage() ? Optional.of(language) : Optional.empty();
    }

    /** Returns the names of the request headers that the answer depends on. */
    public String vary() {
        return Stream.of(
                        Optional.of(HttpHeaders.ACCEPT),
                        Optional.of(HttpHeaders.ACCEPT_LANGUAGE).filter(name -> dependsOnLanguage()),
                        Optional.of(HttpHeaders.ACCEPT_ENCODING)
                                .filter(name -> ContentCoding.isText(format.mediaType())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** Returns the headers that describe an answer and name its file. */
    public Map<String, String> headers(RollUp rollUp) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, format.mediaType().toString());
        if (dependsOnLanguage()) {
            headers.put(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        }
        if (format == RollUpFormat.CSV || format == RollUpFormat.XLSX) {
            headers.put(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(rollUp) + "\"");
        }
        return headers;
    }

    /** Returns whether rows are sent while they are read, without a limit on their number. */
    public boolean isStreamed() {
        return format == RollUpFormat.NDJSON;
    }

    /**
     * Returns the headers that describe rows without a roll-up around them.
     *
     * @param dataVersion the version of the data
     * @param asOf the instant of the data
     * @param json the URI of the roll-up as JSON, which describes the rows
     */
    public Map<String, String> headers(long dataVersion, Instant asOf, CanonicalUri json) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, format.mediaType().toString());
        headers.put(HttpHeaders.LINK, "<" + json.text() + ">; rel=\"alternate\"; type=\"application/json\"");
        headers.put("X-Data-Version", String.valueOf(dataVersion));
        headers.put("X-As-Of", asOf.toString());
        return headers;
    }

    private boolean dependsOnLanguage() {
        return switch (format) {
            case JSON, NDJSON -> false;
            case CSV -> labels.isPresent() && labels.get() != Labels.CODES;
            case XLSX, JSONSTAT, HTML -> true;
        };
    }

    /** Returns the figure, unless there are several, the dimensions and the version of the data. */
    private String fileName(RollUp rollUp) {
        String figures = rollUp.figures().size() == 1 ? rollUp.figures().get(0) : "figures";
        String groups = rollUp.groupBy().isEmpty() ? "" : "-by-" + String.join("-", rollUp.groupBy());
        return figures + groups + "-v" + rollUp.dataVersion() + "." + format.code();
    }
}
