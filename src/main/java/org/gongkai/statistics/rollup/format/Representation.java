package org.gongkai.statistics.rollup.format;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Labels;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.text.Language;

/**
 * How a roll-up is to be written. What is written depends on this and the roll-up alone.
 *
 * @param format the format
 * @param labels what a table names things by; empty where nothing was said
 * @param byteOrderMark whether CSV begins with a byte order mark
 * @param language the language of names
 * @param query the question as it was asked, for those who find the answer as a file later
 */
public record Representation(
        RollUpFormat format, Optional<Labels> labels, boolean byteOrderMark, Language language, String query) {

    /**
     * What a table names the members of a dimension by. Where nothing was said, CSV names what is registered by both and what is
     * in the catalogue by its code, and so is the same in every language; a workbook, which people read, names all by both.
     */
    Labels labels(Dimension dimension) {
        return labels.orElse(format == RollUpFormat.XLSX || dimension.isRegistered() ? Labels.BOTH : Labels.CODE);
    }

    /** Sets the tag of what is written so apart from that of JSON. */
    public String tagSuffix() {
        return format == RollUpFormat.JSON ? "" : "-" + format.code() + (isSpoken() ? "-" + language.locale() : "");
    }

    /** By what else in a request the answer could have been another. */
    public String vary() {
        return isSpoken() ? HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE : HttpHeaders.ACCEPT;
    }

    /** Says what an answer is, and what to call it when it is saved. */
    public Map<String, String> headers(RollUp rollUp) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, format.mediaType().toString());
        if (isSpoken()) {
            headers.put(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        }
        if (format == RollUpFormat.CSV || format == RollUpFormat.XLSX) {
            headers.put(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(rollUp) + "\"");
        }
        return headers;
    }

    /** Whether what is written depends on the language. */
    private boolean isSpoken() {
        return switch (format) {
            case JSON -> false;
            case CSV -> labels.isPresent() && labels.get() != Labels.CODE;
            case XLSX, JSONSTAT -> true;
        };
    }

    /** The figure, unless there are several, what it is grouped by, and the state of the data. */
    private String fileName(RollUp rollUp) {
        String figures = rollUp.figures().size() == 1 ? rollUp.figures().get(0) : "figures";
        String groups = rollUp.groupBy().isEmpty() ? "" : "-by-" + String.join("-", rollUp.groupBy());
        return figures + groups + "-v" + rollUp.dataVersion() + "." + format.code();
    }
}
