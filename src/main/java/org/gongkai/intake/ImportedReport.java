package org.gongkai.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.FindingView;
import org.gongkai.text.Language;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.SourceReference;

/**
 * A report as it was read from a document.
 *
 * @param agencyName the name of the agency as printed; absent where the document does not say
 * @param agency code of the agency that has that name, or had it once, or else of the only one whose name it may be in short, which an
 *     issue says; absent where there is none, or several
 * @param year the report year; absent where the document does not say
 * @param form the form that the tables are laid out by, named by the year of its notice: {@code 2021} or {@code 2019}
 * @param report the report, as it can be submitted. Its numbers are those printed, even where they do not add up. A number that could
 *     not be read is left out, and an issue says so: submitted as it is, such a report is refused
 * @param sources where each number and text was read
 * @param issues whatever was not plainly printed; empty when there is nothing to look at
 * @param findings what a submission would be told. Where the agency or year is not known, or the agency is not the caller's, by the
 *     rules that need nothing but the report
 */
public record ImportedReport(
        @JsonInclude(JsonInclude.Include.NON_NULL) String agencyName,
        @JsonInclude(JsonInclude.Include.NON_NULL) String agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER)
        Integer year,

        String form,
        @Schema(type = SchemaType.OBJECT) Object report,
        List<SourceReference> sources,
        List<IssueView> issues,
        List<FindingView> findings) {

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
                findingViews);
    }
}
