package org.gongkai.audit;

/** What can happen. */
public enum EventType {
    /** A district was added, or changed. */
    DISTRICT_CHANGED,
    /** A category was added, or changed. */
    CATEGORY_CHANGED,
    /** An agency was added, or changed. */
    AGENCY_CHANGED,
    /** A token was made for an agency. The token itself is kept nowhere. */
    TOKEN_ISSUED,
    /** A report year was opened, and its roster frozen. */
    CYCLE_OPENED,
    /** The deadlines of a report year were changed. */
    CYCLE_CHANGED,
    /** What one agency owes for a report year was changed: its deadline, or whether it owes a report at all. */
    OBLIGATION_CHANGED,
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
    /** What the rules say about a revision changed: a report of an earlier year came into force, or a deadline was moved. */
    FINDINGS_CHANGED
}
