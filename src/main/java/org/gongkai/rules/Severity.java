package org.gongkai.rules;

/** The consequence of a finding for the submission. */
public enum Severity {
    /** The submission is refused. */
    ERROR,
    /** The finding is stored with the submission and must be explained. */
    WARNING,
    /** The finding is shown for information only. */
    INFO
}
