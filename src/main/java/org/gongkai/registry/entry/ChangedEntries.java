package org.gongkai.registry.entry;

import org.gongkai.audit.EventType;
import org.gongkai.http.parameter.UpdatedSince;

/** The condition on entries of the registry that changed at an instant or later, by the audit log. */
public final class ChangedEntries {

    private ChangedEntries() {}

    /**
     * Returns the condition in the query language of Hibernate. Its parameter is named like that of the request.
     *
     * @param type type of the events on the entries
     */
    public static String condition(EventType type) {
        return "concat('%s', code) in (select e.subject from Event e where e.type = %s and e.at >= :%s)"
                .formatted(RegistryAuditLog.subject(type, ""), type, UpdatedSince.NAME);
    }
}
