package org.gongkai.rules;

/** What a finding does to a submission. */
public enum Severity {
    /** Refuses it. */
    ERROR,
    /** Is stored with it and wants an explanation. */
    WARNING,
    /** Is only shown. */
    INFO
}
