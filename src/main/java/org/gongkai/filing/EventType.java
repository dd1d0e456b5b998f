package org.gongkai.filing;

/** What can happen to a report. */
public enum EventType {
    /** A new revision was taken in. */
    REPORT_SUBMITTED,
    /** A revision came into force. */
    REPORT_ACCEPTED,
    /** The oversight office sent a revision back. */
    REPORT_RETURNED,
    /** A revision went out of force, because a newer one came into force. */
    REPORT_SUPERSEDED,
    /** A warning was explained. */
    WARNING_EXPLAINED,
    /** What the rules say about a revision changed, because a report of an earlier year came into force. */
    FINDINGS_CHANGED
}
