package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.csv.UpsertResult;
import org.gongkai.security.Actor;

/** Records changes of the registry in the audit log. */
@ApplicationScoped
class RegistryAuditLog {

    private final AuditLog auditLog;

    RegistryAuditLog(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * Records the previous and the new state of an entry, unless they are equal.
     *
     * @param before the previous state; {@code null} if the entry is new
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
