package org.gongkai.transcription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Form;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.SourceReference;

/**
 * What a document says. Every cell of the form has a source, or an issue at its place or around it that explains it.
 *
 * @param agencyName the name of the agency as printed; empty where the document does not say
 * @param year the report year; empty where the document does not say
 * @param form the form that the tables are laid out by, whatever the year
 * @param report the report as JSON. Numbers are those printed, right or wrong. A number that could not be read is left out, so that a
 *     report with gaps is refused instead of being taken for one with zeros
 * @param sources where each number and text was read, in the order of the form
 * @param issues whatever was not plainly printed, in the order of the document
 */
public record Transcript(
        Optional<String> agencyName,
        Optional<Integer> year,
        Form form,
        ObjectNode report,
        List<SourceReference> sources,
        List<Issue> issues) {}
