package org.gongkai.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;

/**
 * The contents of one report.
 *
 * @param year the report year
 * @param form the form of the report
 * @param figures its numbers
 * @param texts the texts by the names of their sections
 */
public record Contents(int year, Form form, Figures figures, Map<String, String> texts) {

    /**
     * Reads the readable parts of a report.
     *
     * @param unreadable pointers to places that are skipped, because their content does not match the form
     */
    public static Contents of(int year, Form form, JsonNode report, Set<String> unreadable) {
        Map<String, String> texts = form.texts().stream()
                .filter(section -> !unreadable.contains(section.pointer()))
                .filter(section -> report.path(section.name()).isTextual())
                .collect(Collectors.toMap(
                        FormNode::name, section -> report.get(section.name()).textValue()));
        return new Contents(year, form, Figures.of(form, report, unreadable), texts);
    }

    /** Reads a report that was written by {@link #json()}, directly or from the database. */
    public static Contents read(int year, String json) {
        return ContentJson.read(year, Forms.of(year).orElseThrow(), json);
    }

    /** Returns the report as JSON, in the order of the form. All its numbers must be known. */
    public String json() {
        return ContentJson.write(this);
    }

    /** Returns the text of a section; empty if there is none. */
    public String text(FormNode section) {
        return texts.getOrDefault(section.name(), "");
    }
}
