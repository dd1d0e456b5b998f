package org.gongkai.audit;

/** The type of an event. */
public enum EventType {
    /** A district was added or changed. */
    DISTRICT_CHANGED,
    /** A category was added or changed. */
    CATEGORY_CHANGED,
    /** An agency was added or changed. */
    AGENCY_CHANGED,
    /** A token was created for an agency. The token itself is not stored. */
    TOKEN_ISSUED,
    /** A report year was opened, and its roster was frozen. */
    CYCLE_OPENED,
    /** The deadlines of a report year were changed. */
    CYCLE_CHANGED,
    /** A report year that was opened by mistake was closed, and its roster was deleted. */
    CYCLE_CLOSED,
    /** The obligation of one agency for a report year was changed: its deadline, or its exemption. */
    OBLIGATION_CHANGED,
    /** A new revision was stored. */
    REPORT_SUBMITTED,
    /** A revision came into force. */
    REPORT_ACCEPTED,
    /** The oversight office returned a revision. */
    REPORT_RETURNED,
    /** A revision is no longer in force, because a newer one came into force. */
    REPORT_SUPERSEDED,
    /** A revision was withdrawn: by the oversight office, or by the agency while it waited. */
    REPORT_WITHDRAWN,
    /** A revision came into force again, because the newer one was withdrawn. */
    REPORT_REINSTATED,
    /** The agency asked the oversight office to withdraw its revision in force. */
    WITHDRAWAL_REQUESTED,
    /** A warning was explained. */
    WARNING_EXPLAINED,
    /**
     * The findings on a revision changed, because a report of an earlier year came into force, or a deadline was moved.
     */
    FINDINGS_CHANGED
}
