package org.gongkai.transcription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Form;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.SourceReference;

/**
 * The report extracted from a document. Every cell of the form has a source, or an issue about the cell or its row.
 *
 * @param agencyName the printed name of the agency; empty if none was found
 * @param year the report year; empty if none was found
 * @param form the form of the tables, which may differ from the form for the year
 * @param report the report as JSON, with the numbers as printed, even if they are wrong. A number that could not be
 *     read is left out. Such a report is refused, while a zero would be accepted as a number
 * @param sources the source of each number and text, in the order of the form
 * @param issues the issues of the extraction, in the order of the document
 */
public record Transcript(
        Optional<String> agencyName,
        Optional<Integer> year,
        Form form,
        ObjectNode report,
        List<SourceReference> sources,
        List<Issue> issues) {}
