package org.gongkai.audit;

import java.util.Map;

/**
 * What is written down about a change.
 *
 * @param type what happened
 * @param subject what it happened to: its path below {@code /api/v1/}
 * @param agency code of the agency it is about; {@code null} where it is about none
 * @param year the report year it is about; {@code null} where it is about none
 * @param revision number of the revision it is about; {@code null} where it is about none
 * @param before what was, as far as it is not there any more; {@code null} where there was nothing
 * @param after what is; {@code null} where there is nothing
 * @param detail what else there is to know
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

    /** A change of something in the registry. */
    public static AuditEntry of(EventType type, String subject, Object before, Object after) {
        return new AuditEntry(type, subject, null, null, null, before, after, Map.of());
    }

    /** A change of where a revision stands. */
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
