package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.csv.UpsertResult;
import org.gongkai.security.Actor;

/** Records changes of the registry in the audit log. */
@ApplicationScoped
class RegistryAuditLog {

    private static final Map<String, Boolean> CONTACT_CHANGED = Map.of("contactChanged", true);

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
        UpsertResult result = result(before, after);
        if (result != UpsertResult.UNCHANGED) {
            auditLog.record(AuditEntry.of(type, subject(type, code), before, after), actor);
        }
        return result;
    }

    /**
     * Records the previous and the new state of an agency, unless they are equal. The log can never be deleted, so it has
     * no personal data: it says that the contact changed, and neither from nor to what.
     *
     * @param before the previous state; {@code null} if the agency is new
     * @param log receives the entry of the log
     */
    static UpsertResult record(AgencyEntry before, AgencyEntry after, Consumer<AuditEntry> log) {
        UpsertResult result = result(before, after);
        if (result != UpsertResult.UNCHANGED) {
            AuditEntry change = AuditEntry.of(
                            EventType.AGENCY_CHANGED,
                            subject(EventType.AGENCY_CHANGED, after.code()),
                            before == null ? null : before.withoutContact(),
                            after.withoutContact())
                    .about(after.code());
            log.accept(after.hasContactOf(before) ? change : change.with(CONTACT_CHANGED));
        }
        return result;
    }

    private static UpsertResult result(Object before, Object after) {
        if (after.equals(before)) {
            return UpsertResult.UNCHANGED;
        }
        return before == null ? UpsertResult.ADDED : UpsertResult.CHANGED;
    }

    /** Returns the path of an entry below {@code /api/v1/}. */
    static String subject(EventType type, String code) {
        return switch (type) {
            case DISTRICT_CHANGED -> "districts/" + code;
            case CATEGORY_CHANGED -> "categories/" + code;
            default -> "agencies/" + code;
        };
    }
}
