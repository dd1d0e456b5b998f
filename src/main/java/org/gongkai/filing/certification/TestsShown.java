package org.gongkai.filing.certification;

import java.util.Map;
import java.util.Optional;
import org.gongkai.filing.revision.FilingId;

/**
 * The event that a request to the sandbox has shown cases of the certification.
 *
 * @param holder subject of the token
 * @param cases the cases, each with the report that has shown it, if there is one
 */
public record TestsShown(String holder, Map<TestCase, Optional<FilingId>> cases) {

    public TestsShown {
        cases = Map.copyOf(cases);
    }

    /** Returns the event of one case. */
    public static TestsShown of(String holder, TestCase shown, FilingId report) {
        return new TestsShown(holder, Map.of(shown, Optional.of(report)));
    }
}
