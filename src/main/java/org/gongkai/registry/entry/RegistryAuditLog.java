package org.gongkai.registry.entry;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.csv.UpsertResult;
import org.gongkai.security.Actor;

/** Records changes of the registry in the audit log. */
@ApplicationScoped
public class RegistryAuditLog {

    private final AuditLog auditLog;

    RegistryAuditLog(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * Records the previous and the new state of an entry, unless they are equal.
     *
     * @param before the previous state; {@code null} if the entry is new
     */
    public UpsertResult record(EventType type, String code, Object before, Object after, Actor actor) {
        UpsertResult result = UpsertResult.of(before, after);
        if (result != UpsertResult.UNCHANGED) {
            auditLog.record(AuditEntry.of(type, subject(type, code), before, after), actor);
        }
        return result;
    }

    /** Returns the path of an entry below {@code /api/v1/}. */
    public static String subject(EventType type, String code) {
        return switch (type) {
            case DISTRICT_CHANGED -> "districts/" + code;
            case CATEGORY_CHANGED -> "categories/" + code;
            default -> "agencies/" + code;
        };
    }
}
