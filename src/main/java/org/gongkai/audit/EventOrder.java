package org.gongkai.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** The direction in which the audit log is read. */
@Schema(
        enumeration = {"asc", "desc"},
        defaultValue = "asc",
        examples = "desc")
public enum EventOrder {
    /** The oldest event first. */
    OLDEST_FIRST("asc", ">"),
    /** The newest event first. */
    NEWEST_FIRST("desc", "<");

    private final String code;
    private final String following;

    EventOrder(String code, String following) {
        this.code = code;
        this.following = following;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static EventOrder fromString(String code) {
        return ParameterFault.choose("order", code, values(), order -> order.code);
    }

    /** Returns the order in SQL. */
    String sort() {
        return "e.transaction %1$s, e.id %1$s".formatted(code);
    }

    /** Returns the condition in SQL that an event follows a position, whose members are parameters. */
    String following() {
        return "(e.transaction, e.id) %s (cast(cast(:transaction as text) as xid8), :id)".formatted(following);
    }
}
