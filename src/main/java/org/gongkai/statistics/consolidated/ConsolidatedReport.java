package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.Rule;
import org.gongkai.rules.book.AgainstDepartments.Difference;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;
import org.gongkai.text.Sha256;
import org.gongkai.text.Text;

/**
 * The statutory form added up over the departments of a district: the figures for the report that Articles 49 and 50 of
 * the Regulations on Open Government Information require from its government.
 *
 * @param year the report year
 * @param district the district; absent when all departments are added up
 * @param basis the revisions that are added up: those in force, or the newest that are in force or wait for a decision
 * @param asOf the instant of the data: the requested one, or else the instant of the last change that is counted in
 *     dataVersion
 * @param dataVersion the version of the data that the sum was made from; grows with every change in the year and the
 *     district
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the member report, in lower-case hexadecimal: the
 *     same as long as no figure changes
 * @param report the sum, on the form of the year; a stock is the sum of the stocks of all agencies. Its texts are empty
 * @param coverage the number of reports in the sum, and the number expected
 * @param contributors the departments whose reports are in the sum, by code
 * @param missing the departments whose reports are not in the sum, by code
 * @param openWarnings the warnings without an explanation in the reports of the contributors, by agency and then
 *     in the order of the rule book. For an instant in the past, the warnings are those that the rules give for these
 *     revisions now, without an explanation given by then
 * @param findings the rules of arithmetic that the sum itself breaks, and sums beyond 2^53 - 1; normally none, as each
 *     report keeps the rules
 * @param comparison the reports of the governments of the district, by code, compared with the sum; empty when none is
 *     in force
 * @param drafts drafts of the texts of sections 一, 五 and 六; absent unless asked for
 */
public record ConsolidatedReport(
        @Schema(examples = "2023") int year,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named district,
        @Schema(enumeration = {"accepted", "submitted"}) String basis,
        Instant asOf,
        @Schema(minimum = "0") long dataVersion,
        @Schema(pattern = Sha256.PATTERN) String contentHash,
        @Schema(ref = "Report") Object report,
        Coverage coverage,
        List<Contributor> contributors,
        List<MissingReport> missing,
        List<OpenWarning> openWarnings,
        List<FindingView> findings,
        List<OwnReport> comparison,
        @JsonInclude(JsonInclude.Include.NON_NULL) Drafts drafts) {

    /**
     * The coverage of a sum.
     *
     * @param reports the number of reports in the sum
     * @param expected the number of reports that the sum should have: one for each department on the roster, and the
     *     reports of departments that are not on it; when the year was not opened, one for each department that existed
     *     at its end
     */
    public record Coverage(
            @Schema(minimum = "0") long reports,
            @Schema(minimum = "0") long expected) {}

    /**
     * A report that is in the sum.
     *
     * @param agency the agency, by its name of that year
     * @param revision number of the revision
     * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of its content, in lower-case hexadecimal
     */
    public record Contributor(
            Named agency,
            @Schema(minimum = "1") int revision,
            @Schema(pattern = Sha256.PATTERN) String contentHash) {

        static Contributor of(RosterLine line) {
            return new Contributor(
                    line.agency(), line.revision(), line.counted().orElseThrow().contentHash());
        }
    }

    /**
     * A report that is not in the sum.
     *
     * @param agency the agency, by its name of that year
     * @param state the state of the report; only for the agency itself and the oversight office
     */
    public record MissingReport(
            Named agency,
            @JsonInclude(JsonInclude.Include.NON_NULL) MissingState state) {

        static MissingReport of(RosterLine line, Predicate<String> mayReadAll) {
            return new MissingReport(
                    line.agency(), mayReadAll.test(line.agency().code()) ? MissingState.of(line) : null);
        }
    }

    /** The reason why a report is not in a sum. */
    public enum MissingState {
        /** The agency has submitted no revision, or withdrew it, or the oversight office did. */
        MISSING,
        /** The newest revision waits for a decision of the oversight office. */
        SUBMITTED,
        /** The newest revision was returned. */
        RETURNED;

        private static MissingState of(RosterLine line) {
            return line.newest()
                    .filter(status -> status.equals(SUBMITTED.name()) || status.equals(RETURNED.name()))
                    .map(MissingState::valueOf)
                    .orElse(MISSING);
        }
    }

    /**
     * A warning without an explanation.
     *
     * @param agency the agency of the report, by its name of that year
     * @param year the report year
     * @param revision number of the revision
     * @param rule id of the rule
     * @param pointer RFC 6901 JSON Pointer to the cell with the wrong number; empty for the report as a whole
     * @param cell the place of that cell on paper; absent for the report as a whole
     * @param message the description of the problem, with the numbers, in the language of the request
     * @param formula the relation that should hold, with the numbers
     * @param left the value of its left side; absent when no numbers are compared
     * @param right the value of its right side; absent when no numbers are compared
     * @param difference left minus right; absent when no numbers are compared
     */
    public record OpenWarning(
            Named agency,
            @Schema(examples = "2023") int year,
            @Schema(minimum = "1") int revision,

            @Schema(pattern = Rule.ID_PATTERN, examples = "IN-FORCE")
            String rule,

            @Schema(format = Pointers.FORMAT) String pointer,
            @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
            String message,
            String formula,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal left,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal right,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference) {

        static OpenWarning of(int year, RosterLine line, Finding finding, Language language) {
            FindingView view = FindingView.of(finding, language);
            return new OpenWarning(
                    line.agency(),
                    year,
                    line.revision(),
                    view.rule(),
                    view.pointer(),
                    view.cell(),
                    view.message(),
                    view.formula(),
                    view.left(),
                    view.right(),
                    view.difference());
        }
    }

    /**
     * A comparison of a government's own report with the sum.
     *
     * @param agency the government, by its name of that year
     * @param revision number of the revision in force
     * @param cells the numbers that differ, in print order. Amounts may be rounded to two decimals: they are listed
     *     when they differ by more than 0.005 for each report compared
     * @param findings the differences that are wrong, in print order: the government reports less than its departments
     *     together, or a different number although all of them have reported
     */
    public record OwnReport(
            Named agency, @Schema(minimum = "1") int revision, List<DifferentCell> cells, List<FindingView> findings) {

        static OwnReport of(Consolidation.Comparison comparison, Language language) {
            return new OwnReport(
                    comparison.government().agency(),
                    comparison.government().revision(),
                    comparison.result().differences().stream()
                            .map(found -> DifferentCell.of(found, language))
                            .toList(),
                    views(comparison.result().findings().stream(), language));
        }
    }

    /**
     * A number that differs between the report of a government and the sum of its departments.
     *
     * @param pointer RFC 6901 JSON Pointer to the cell
     * @param cell its place on paper, in the language of the request
     * @param own the number that the government reports
     * @param sum the sum of the numbers that its departments report
     * @param difference own minus sum
     */
    public record DifferentCell(
            @Schema(format = Pointers.FORMAT, examples = "/requests/newlyReceived/total")
            String pointer,

            String cell,
            BigDecimal own,
            BigDecimal sum,
            BigDecimal difference) {

        static DifferentCell of(Difference found, Language language) {
            Text place = found.cell().place();
            return new DifferentCell(
                    found.cell().pointer(), place.in(language), found.own(), found.sum(), found.value());
        }
    }

    /**
     * Returns a consolidation for its readers.
     *
     * @param mayReadAll whether the readers may know about reports of an agency that are not in force
     */
    static ConsolidatedReport of(Consolidation consolidation, Predicate<String> mayReadAll, Language language) {
        int year = consolidation.query().year().value();
        int reports = consolidation.contributors().size();
        return new ConsolidatedReport(
                year,
                consolidation.district().orElse(null),
                consolidation.query().basis().code(),
                consolidation.version().at(),
                consolidation.version().number(),
                consolidation.contentHash(),
                consolidation.report(),
                new Coverage(reports, reports + consolidation.missing().size()),
                consolidation.contributors().stream().map(Contributor::of).toList(),
                consolidation.missing().stream()
                        .map(line -> MissingReport.of(line, mayReadAll))
                        .toList(),
                openWarnings(consolidation, language),
                views(consolidation.findings().stream(), language),
                consolidation.comparisons().stream()
                        .map(comparison -> OwnReport.of(comparison, language))
                        .toList(),
                consolidation.drafts().orElse(null));
    }

    private static List<OpenWarning> openWarnings(Consolidation consolidation, Language language) {
        int year = consolidation.query().year().value();
        return consolidation.contributors().stream()
                .flatMap(line -> consolidation
                        .openWarnings()
                        .getOrDefault(line.agency().code(), List.of())
                        .stream()
                        .map(finding -> OpenWarning.of(year, line, finding, language)))
                .toList();
    }

    private static List<FindingView> views(Stream<Finding> findings, Language language) {
        return findings.map(finding -> FindingView.of(finding, language)).toList();
    }
}
