package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.csv.UpsertResult;
import org.gongkai.security.Actor;

/** Writes down what changes in the registry. */
@ApplicationScoped
class RegistryAuditLog {

    private final AuditLog auditLog;

    RegistryAuditLog(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * Writes down what an entry was and is, unless that is the same.
     *
     * @param before {@code null} where there was none
     */
    UpsertResult record(EventType type, String code, Object before, Object after, Actor actor) {
        if (after.equals(before)) {
            return UpsertResult.UNCHANGED;
        }
        AuditEntry auditEntry = AuditEntry.of(type, subject(type, code), before, after);
        auditLog.record(type == EventType.AGENCY_CHANGED ? auditEntry.about(code) : auditEntry, actor);
        return before == null ? UpsertResult.ADDED : UpsertResult.CHANGED;
    }

    private static String subject(EventType type, String code) {
        return switch (type) {
            case DISTRICT_CHANGED -> "districts/" + code;
            case CATEGORY_CHANGED -> "categories/" + code;
            default -> "agencies/" + code;
        };
    }
}
