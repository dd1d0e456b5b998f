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
 * What one report says.
 *
 * @param year the report year
 * @param form the form it is written on
 * @param figures its numbers
 * @param texts the text of each section that has one, by the section's name
 */
public record Contents(int year, Form form, Figures figures, Map<String, String> texts) {

    /**
     * Reads a report as far as it can be read.
     *
     * @param unreadable pointers to what is not to be read, because the form wants something else there
     */
    public static Contents of(int year, Form form, JsonNode report, Set<String> unreadable) {
        Map<String, String> texts = form.texts().stream()
                .filter(section -> !unreadable.contains(section.pointer()))
                .filter(section -> report.path(section.name()).isTextual())
                .collect(Collectors.toMap(
                        FormNode::name, section -> report.get(section.name()).textValue()));
        return new Contents(year, form, Figures.of(form, report, unreadable), texts);
    }

    /** Reads a report that was written by {@link #json()}, or kept by the database since. */
    public static Contents read(int year, String json) {
        return ContentJson.read(year, Forms.of(year).orElseThrow(), json);
    }

    /** The report as JSON, in the order of the form. All of it must be known. */
    public String json() {
        return ContentJson.write(this);
    }

    /** The text of a section; empty where there is none. */
    public String text(FormNode section) {
        return texts.getOrDefault(section.name(), "");
    }
}
