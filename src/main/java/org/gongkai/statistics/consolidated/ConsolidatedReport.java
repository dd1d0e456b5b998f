package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.Named;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.book.AgainstDepartments.Difference;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * The statutory form added up over the departments of a district: the figures from which its government makes the report that
 * Articles 49 and 50 of the Regulations on Open Government Information ask of it.
 *
 * @param year the report year
 * @param district the district; absent where all departments are added up
 * @param basis which revisions are added up: those in force, or the newest that are in force or wait
 * @param asOf the instant as of which is asked, or else when the data came into the state they are in
 * @param dataVersion the state of the data it was made from; grows with every change that a sum can see
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the member report, in lower-case hexadecimal: the same as long as
 *     no figure changes
 * @param report the sum, on the form of the year; a stock is the sum of what stands at each agency. The texts are empty: nobody has
 *     written any, and what there is to say about the sum is beside it
 * @param coverage how much of it there is
 * @param contributors the departments whose reports are in it, by code
 * @param missing the departments whose reports are not, by code
 * @param openWarnings the warnings in the reports of the contributors that nobody has explained, by agency and then in the order of
 *     the rule book; not what was written about them. Absent where it is asked as of an instant: nothing is kept of what was open then
 * @param findings rules of arithmetic that the sum itself breaks; none, as each report keeps them
 * @param comparison the reports of the district's own governments, by code, beside the sum; absent where none has one in force
 */
public record ConsolidatedReport(
        @Schema(examples = "2023") int year,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named district,
        @Schema(enumeration = {"accepted", "submitted"}) String basis,
        Instant asOf,
        long dataVersion,
        @Schema(pattern = "^[0-9a-f]{64}$") String contentHash,
        @Schema(ref = "Report") Object report,
        Coverage coverage,
        List<Contributor> contributors,
        List<MissingReport> missing,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<OpenWarning> openWarnings,
        List<FindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OwnReport> comparison) {

    /**
     * How much of a sum there is.
     *
     * @param reports reports that are in it
     * @param expected reports that would be in it if every department on the roster had one, and those that have one without being on
     *     it; where the year was not opened, every department that existed at its end
     */
    public record Coverage(
            @Schema(minimum = "0") long reports,
            @Schema(minimum = "0") long expected) {}

    /**
     * A report that is in the sum.
     *
     * @param agency whose it is, by the name of that year
     * @param revision number of the revision
     * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of its content, in lower-case hexadecimal
     */
    public record Contributor(
            Named agency,
            @Schema(minimum = "1") int revision,
            @Schema(pattern = "^[0-9a-f]{64}$") String contentHash) {

        static Contributor of(RosterLine line) {
            return new Contributor(
                    line.agency(), line.revision(), line.counted().orElseThrow().contentHash());
        }
    }

    /**
     * A report that is not in the sum.
     *
     * @param agency whose it would be, by the name of that year
     * @param state what has become of it; absent for who is neither of the agency nor of the oversight office
     */
    public record MissingReport(
            Named agency,
            @JsonInclude(JsonInclude.Include.NON_NULL) MissingState state) {

        static MissingReport of(RosterLine line, Predicate<String> reach) {
            return new MissingReport(line.agency(), reach.test(line.agency().code()) ? MissingState.of(line) : null);
        }
    }

    /** Why a report is not in a sum. */
    public enum MissingState {
        /** Nothing has been handed in. */
        MISSING,
        /** The newest revision waits for the oversight office. */
        SUBMITTED,
        /** The newest revision was sent back. */
        RETURNED;

        private static MissingState of(RosterLine line) {
            return line.newest().map(MissingState::valueOf).orElse(MISSING);
        }
    }

    /**
     * A warning that nobody has explained.
     *
     * @param agency whose report it is in, by the name of that year
     * @param year the report year
     * @param revision number of the revision
     * @param rule id of the rule
     * @param pointer RFC 6901 JSON Pointer to the cell that is off; empty for the report as a whole
     * @param cell where that cell stands on paper; absent for the report as a whole
     * @param message what is wrong, with the numbers, in the language asked for
     * @param formula what should hold, with the numbers filled in
     * @param left the value of its left side; absent where nothing is compared as a number
     * @param right the value of its right side; absent where nothing is compared as a number
     * @param difference left minus right; absent where nothing is compared as a number
     */
    public record OpenWarning(
            Named agency,
            @Schema(examples = "2023") int year,
            @Schema(minimum = "1") int revision,
            @Schema(examples = "IN-FORCE") String rule,
            String pointer,
            @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
            String message,
            String formula,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal left,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal right,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference) {

        static OpenWarning of(int year, RosterLine line, Finding finding, Language language) {
            FindingView told = FindingView.of(finding, language);
            return new OpenWarning(
                    line.agency(),
                    year,
                    line.revision(),
                    told.rule(),
                    told.pointer(),
                    told.cell(),
                    told.message(),
                    told.formula(),
                    told.left(),
                    told.right(),
                    told.difference());
        }
    }

    /**
     * A government's own report beside the sum.
     *
     * @param agency the government, by the name of that year
     * @param revision number of the revision in force
     * @param cells every number that differs, in print order. Amounts may be rounded to two decimals: they differ by more than 0.005
     *     for each report compared
     * @param findings the differences that should not be, in print order: the government has less than its departments together,
     *     or not the same although all of them have reported
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
                    told(comparison.result().findings().stream(), language));
        }
    }

    /**
     * A number that a government reports otherwise than its departments together.
     *
     * @param pointer RFC 6901 JSON Pointer to the cell
     * @param cell where it stands on paper, in the language asked for
     * @param own what the government reports
     * @param sum what its departments report together
     * @param difference own minus sum
     */
    public record DifferentCell(
            @Schema(examples = "/requests/newlyReceived/total")
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
     * Tells of a consolidation.
     *
     * @param reach of which agencies may be told what is not in force
     */
    static ConsolidatedReport of(Consolidation made, Predicate<String> reach, Language language) {
        int year = made.question().year().value();
        int reports = made.contributors().size();
        return new ConsolidatedReport(
                year,
                made.state().district().orElse(null),
                made.question().basis().code(),
                made.state().at(),
                made.state().version(),
                made.contentHash(),
                made.report(),
                new Coverage(reports, reports + made.missing().size()),
                made.contributors().stream().map(Contributor::of).toList(),
                made.missing().stream()
                        .map(line -> MissingReport.of(line, reach))
                        .toList(),
                made.openWarnings()
                        .map(open -> openWarnings(made, open, language))
                        .orElse(null),
                told(made.faults().stream(), language),
                made.comparisons().stream()
                        .map(comparison -> OwnReport.of(comparison, language))
                        .toList());
    }

    private static List<OpenWarning> openWarnings(
            Consolidation made, Map<String, List<Finding>> open, Language language) {
        int year = made.question().year().value();
        return made.contributors().stream()
                .flatMap(line -> open.getOrDefault(line.agency().code(), List.of()).stream()
                        .map(finding -> OpenWarning.of(year, line, finding, language)))
                .toList();
    }

    private static List<FindingView> told(Stream<Finding> findings, Language language) {
        return findings.map(finding -> FindingView.of(finding, language)).toList();
    }
}
