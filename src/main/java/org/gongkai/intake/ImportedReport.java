package org.gongkai.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.rules.FindingView;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.rendering.Rendering;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.SourceReference;

/**
 * A report that was extracted from a document.
 *
 * @param agencyName the name of the agency as printed; absent if the document does not contain it
 * @param agency code of the agency that has or had this name; otherwise of the only agency that the name can be
 *     short for, which is reported as an issue; absent if no agency or several agencies match
 * @param year the report year; absent if the document does not contain it
 * @param form the form of the tables, by the year of its notice: {@code 2021} or {@code 2019}
 * @param report the report in the form in which it can be submitted. Numbers are as printed, even if they do not
 *     add up. Numbers that could not be read are left out and reported as issues; a report with such a gap is refused
 *     when it is submitted
 * @param sources the printed text of each number and section, and its place in the document
 * @param issues everything that was not printed plainly; empty if there is nothing to look at
 * @param comparedWith number of the revision in force that the document was compared with; absent unless compare=true, or if
 *     the agency, the year or a report in force was not found
 * @param differences the figures and texts that differ from that revision; absent where comparedWith is
 * @param findings the findings that a submission would have. If the agency or the year is unknown, or if the reports of
 *     the agency are not visible to the caller, only the rules that need no other report are checked
 * @param rendering the document as it was read; absent unless rendering=true
 */
@Schema(name = "Imported")
public record ImportedReport(
        @JsonInclude(JsonInclude.Include.NON_NULL) String agencyName,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN)
        String agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER)
        Integer year,

        @Schema(pattern = Form.NAME_PATTERN) String form,
        @Schema(type = SchemaType.OBJECT) Object report,
        List<SourceReference> sources,
        List<IssueView> issues,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer comparedWith,

        @JsonInclude(JsonInclude.Include.NON_NULL) List<DocumentDifference> differences,
        List<FindingView> findings,

        @JsonInclude(JsonInclude.Include.NON_NULL) Rendering rendering) {

    static ImportedReport of(
            Transcript transcript,
            String agency,
            List<Issue> issues,
            List<FindingView> findingViews,
            Language language) {
        return new ImportedReport(
                transcript.agencyName().orElse(null),
                agency,
                transcript.year().orElse(null),
                transcript.form().name(),
                transcript.report(),
                transcript.sources(),
                issues.stream().map(issue -> IssueView.of(issue, language)).toList(),
                null,
                null,
                findingViews,
                null);
    }

    /** Returns the same report with its differences from the revision in force. */
    ImportedReport comparedWith(int revision, List<DocumentDifference> found) {
        return new ImportedReport(
                agencyName, agency, year, form, report, sources, issues, revision, found, findings, rendering);
    }

    /** Returns the same report with the document as it was read. */
    ImportedReport with(Rendering rendered) {
        return new ImportedReport(
                agencyName, agency, year, form, report, sources, issues, comparedWith, differences, findings, rendered);
    }
}
