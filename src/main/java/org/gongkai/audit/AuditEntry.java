package org.gongkai.audit;

import java.util.Map;

/**
 * A change to be recorded in the audit log.
 *
 * @param type type of the event
 * @param subject the changed object: its path below {@code /api/v1/}
 * @param agency code of the agency concerned; {@code null} if there is none
 * @param year the report year concerned; {@code null} if there is none
 * @param revision number of the revision concerned; {@code null} if there is none
 * @param before the previous state, if it is no longer stored elsewhere; {@code null} if there was none
 * @param after the new state; {@code null} if there is none
 * @param detail further information
 */
public record AuditEntry(
        EventType type,
        String subject,
        String agency,
        Integer year,
        Integer revision,
        Object before,
        Object after,
        Map<String, ?> detail) {

    /** Returns the entry for a change of an object, with its previous and its new state. */
    public static AuditEntry of(EventType type, String subject, Object before, Object after) {
        return new AuditEntry(type, subject, null, null, null, before, after, Map.of());
    }

    /** Returns the entry for a change of the status of a revision. */
    public static AuditEntry ofRevision(EventType type, String agency, int year, int revision) {
        String subject = "reports/" + agency + "/" + year + "/revisions/" + revision;
        return new AuditEntry(type, subject, agency, year, revision, null, null, Map.of());
    }

    public AuditEntry about(String agency) {
        return new AuditEntry(type, subject, agency, year, revision, before, after, detail);
    }

    public AuditEntry about(int year) {
        return new AuditEntry(type, subject, agency, year, revision, before, after, detail);
    }

    public AuditEntry from(Object before) {
        return new AuditEntry(type, subject, agency, year, revision, before, after, detail);
    }

    public AuditEntry to(Object after) {
        return new AuditEntry(type, subject, agency, year, revision, before, after, detail);
    }

    public AuditEntry with(Map<String, ?> detail) {
        return new AuditEntry(type, subject, agency, year, revision, before, after, detail);
    }
}
