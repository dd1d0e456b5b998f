package org.gongkai.filing.preview;

import java.util.Optional;
import org.gongkai.rules.Severity;

/** The severity of a rule in a preview. */
public enum RuleSetting {
    /** A report that breaks the rule would be refused. */
    ERROR,
    /** A broken rule would have to be explained. */
    WARNING,
    /** A broken rule would only be shown. */
    INFO,
    /** The rule would not be checked. */
    OFF;

    static RuleSetting of(Severity severity) {
        return valueOf(severity.name());
    }

    /** Returns the severity; empty if the rule is off. */
    Optional<Severity> severity() {
        return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }
}
