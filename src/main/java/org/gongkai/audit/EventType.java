package org.gongkai.audit;

/** The type of an event. */
public enum EventType {
    /** A district was added or changed. */
    DISTRICT_CHANGED,
    /** A category was added or changed. */
    CATEGORY_CHANGED,
    /** An agency was added or changed. */
    AGENCY_CHANGED,
    /** A token was created. The token itself is not stored. */
    TOKEN_ISSUED,
    /** A token was revoked, or will be because another one took over its rights. */
    TOKEN_REVOKED,
    /** The key that signs receipts was replaced. Receipts that it has signed stay verifiable. */
    RECEIPT_KEY_ROTATED,
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
    FINDINGS_CHANGED,
    /** A run that checks stored reports with the current rule book was started. The detail has its scope. */
    REVALIDATION_STARTED,
    /** Such a run was cancelled. The detail counts the reports that were checked before, and the findings that changed. */
    REVALIDATION_CANCELLED,
    /** Such a run has ended by itself. The detail counts the reports, and the findings that changed. */
    REPORTS_REVALIDATED,
    /** A system was subscribed to events. Its secret is not in the log, nor path and query of its URL. */
    WEBHOOK_CREATED,
    /** A subscription was deleted. */
    WEBHOOK_DELETED,
    /** The deliveries of a subscription continue, from the position in the detail. */
    WEBHOOK_REPLAYED,
    /** A test message was sent to a subscribed system. */
    WEBHOOK_TESTED,
    /** The service stopped the deliveries of a subscription, because they failed for too long or the system was gone. */
    WEBHOOK_DISABLED,
    /** An agency is reminded of its report, see the detail. The event is recorded if a webhook receives it. */
    REMINDER_DUE,
    /** Reminders were worked out and sent, by the oversight office or by the schedule. */
    REMINDERS_SENT
}
