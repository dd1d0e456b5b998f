package org.gongkai.rules;

import java.util.Optional;
import org.gongkai.text.Text;

/** One application of a rule: a demand on one place of a report. */
public interface Condition {

    /** Returns the RFC 6901 JSON Pointer of its findings. */
    String pointer();

    /** Returns that place on paper; {@code null} for the report as a whole. */
    Text cell();

    /** Returns the demand as a formula, with the names printed in the form. */
    Text formula();

    /** Checks the condition. Returns its violation; empty if it holds, or if it cannot be checked. */
    Optional<Violation> check(Situation situation);
}
