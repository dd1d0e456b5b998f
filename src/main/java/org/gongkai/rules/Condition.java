package org.gongkai.rules;

import java.util.Optional;
import org.gongkai.text.Text;

/** One place where a rule applies. */
public interface Condition {

    /** RFC 6901 JSON Pointer to the place that a finding points to. */
    String pointer();

    /** Where that place stands on paper; {@code null} for the report as a whole. */
    Text cell();

    /** What must hold there, in the names the form prints. */
    Text formula();

    /** How the condition fails; empty when it holds, or cannot be judged. */
    Optional<Violation> check(Situation situation);
}
