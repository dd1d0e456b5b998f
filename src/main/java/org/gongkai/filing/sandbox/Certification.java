package org.gongkai.filing.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;

/**
 * The state of a certification run.
 *
 * @param holder subject of the tokens by which it is carried out
 * @param done number of cases that were shown
 * @param total number of all cases
 * @param complete whether all cases were shown
 * @param cases all cases, in the order of the run
 */
public record Certification(
        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String holder,
        @Schema(minimum = "0") long done,
        @Schema(minimum = "1") int total,
        boolean complete,
        @Schema(maxItems = 100) List<CertificationCase> cases) {

    /**
     * Returns the state of a run.
     *
     * @param shown the evidence by case
     */
    static Certification of(String holder, Map<TestCase, ShownCase> shown, Language language) {
        List<CertificationCase> cases = Arrays.stream(TestCase.values())
                .map(code -> CertificationCase.of(code, Optional.ofNullable(shown.get(code)), language))
                .toList();
        long done = cases.stream().filter(CertificationCase::done).count();
        return new Certification(holder, done, cases.size(), done == cases.size(), cases);
    }
}
