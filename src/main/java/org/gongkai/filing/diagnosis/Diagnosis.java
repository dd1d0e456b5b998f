package org.gongkai.filing.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * The open points of a report: contradictions in its numbers, with earlier years and with its text, figures far from those
 * of other agencies, and texts that other reports have as well. It accuses no agency: each item says what to check.
 *
 * @param agency the agency, by its name in the report year
 * @param year the report year
 * @param revision number of the revision; absent for a draft
 * @param status status of the revision; absent for a draft
 * @param open the number of findings that must be corrected or explained
 * @param explained the number of findings that are explained
 * @param conclusion a sentence with the result
 * @param parts the parts, also those without any finding
 */
public record Diagnosis(
        Named agency,
        @Schema(examples = "2023") int year,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer revision,

        @JsonInclude(JsonInclude.Include.NON_NULL) RevisionStatus status,
        @Schema(minimum = "0") int open,
        @Schema(minimum = "0") int explained,
        String conclusion,
        @Schema(minItems = 6, maxItems = 6) List<DiagnosisPart> parts) {

    private static final Text OPEN =
            new Text("需更正或者说明 %s 项，已说明 %s 项。", "%s finding(s) to correct or to explain, %s explained.");
    private static final Text NOTHING_OPEN =
            new Text("没有需要更正或者说明的事项，已说明 %s 项。", "Nothing is left to correct or to explain; %s finding(s) explained.");

    static Diagnosis of(
            DiagnosedReport report, List<PeerDifference> peers, List<EqualPassage> passages, Language language) {
        List<DiagnosisPart> parts = Arrays.stream(Topic.values())
                .map(topic -> DiagnosisPart.of(
                        topic,
                        report.findings(),
                        topic == Topic.PEERS ? peers : List.of(),
                        topic == Topic.COPIED ? passages : List.of(),
                        language))
                .toList();
        int open = parts.stream().mapToInt(DiagnosisPart::open).sum();
        int explained = parts.stream().mapToInt(DiagnosisPart::explained).sum();
        Text conclusion = open == 0 ? NOTHING_OPEN.with(explained) : OPEN.with(open, explained);
        return new Diagnosis(
                report.agency(),
                report.year(),
                report.revision().orElse(null),
                report.status().orElse(null),
                open,
                explained,
                conclusion.in(language),
                parts);
    }
}
