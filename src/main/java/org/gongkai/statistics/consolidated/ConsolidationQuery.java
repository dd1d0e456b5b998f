package org.gongkai.statistics.consolidated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.parameter.Flag;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ParameterFault;
import org.gongkai.statistics.data.AsOf;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.statistics.data.Parsed;

/**
 * A consolidated report as its parameters describe it. The code of the district may still be unknown.
 *
 * @param year the report year, and its form
 * @param district code of the district, which includes all districts in it; empty for all departments
 * @param basis the revisions that are added up
 * @param asOf the instant of the data; empty for now
 * @param drafts whether drafts of the texts are wanted
 */
record ConsolidationQuery(
        ReportYear year, Optional<String> district, Basis basis, Optional<Instant> asOf, boolean drafts) {

    /** Parses the parameters, without the database, and collects all their faults. */
    static Parsed<ConsolidationQuery> parse(ReportYear year, ConsolidationParameters parameters) {
        List<ParameterFault> faults = new ArrayList<>();
        ConsolidationQuery query = new ConsolidationQuery(
                year,
                Optional.ofNullable(parameters.district),
                Basis.parse(parameters.basis, faults),
                AsOf.parse(parameters.asOf, faults),
                ParameterFault.collect(parameters.drafts, value -> Flag.of("drafts", value), faults)
                        .orElse(false));
        return new Parsed<>(query, faults);
    }

    /** Returns the data that an answer depends on. Drafts compare with the year before. */
    DataScope scope() {
        Set<Integer> years = drafts ? Set.of(year.value(), year.value() - 1) : Set.of(year.value());
        return DataScope.of(years, district.map(Set::of).orElse(Set.of()));
    }

    /** Returns the canonical URI of the query under the path of its resource. */
    CanonicalUri uri(String path) {
        return new CanonicalUri(path + "/" + year.value())
                .with("district", district)
                .with("basis", Optional.of(basis.code()).filter(code -> basis != Basis.ACCEPTED))
                .with("asOf", asOf.map(Instant::toString))
                .with("drafts", Optional.of("true").filter(value -> drafts));
    }

    /** Returns the same query for the year before; empty if no form covers that year. */
    Optional<ConsolidationQuery> yearBefore() {
        int before = year.value() - 1;
        return Forms.of(before)
                .map(form -> new ConsolidationQuery(new ReportYear(before, form), district, basis, asOf, false));
    }
}
