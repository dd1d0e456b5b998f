package org.gongkai.registry.agency;

import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.EventType;
import org.gongkai.csv.UpsertResult;
import org.gongkai.registry.entry.RegistryAuditLog;

/** The entry of the audit log on the change of an agency. */
final class AgencyChange {

    private static final Map<String, Boolean> CONTACT_CHANGED = Map.of("contactChanged", true);

    private AgencyChange() {}

    /**
     * Records the previous and the new state of an agency, unless they are equal. The log can never be deleted, so it has
     * no personal data: it says that the contact changed, and neither from nor to what.
     *
     * @param before the previous state; {@code null} if the agency is new
     * @param log receives the entry of the log
     */
    static UpsertResult record(AgencyEntry before, AgencyEntry after, Consumer<AuditEntry> log) {
        UpsertResult result = UpsertResult.of(before, after);
        if (result != UpsertResult.UNCHANGED) {
            AuditEntry change = AuditEntry.of(
                            EventType.AGENCY_CHANGED,
                            RegistryAuditLog.subject(EventType.AGENCY_CHANGED, after.code()),
                            before == null ? null : before.withoutContact(),
                            after.withoutContact())
                    .about(after.code());
            log.accept(after.hasContactOf(before) ? change : change.with(CONTACT_CHANGED));
        }
        return result;
    }
}
