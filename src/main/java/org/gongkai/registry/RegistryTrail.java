package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.http.Actor;
import org.gongkai.trail.EventType;
import org.gongkai.trail.Occurrence;
import org.gongkai.trail.Trail;

/** Writes down what changes in the registry. */
@ApplicationScoped
class RegistryTrail {

    private final Trail trail;

    RegistryTrail(Trail trail) {
        this.trail = trail;
    }

    /**
     * Writes down what an entry was and is, unless that is the same.
     *
     * @param before {@code null} where there was none
     */
    PutOutcome recorded(EventType type, String code, Object before, Object after, Actor actor) {
        if (after.equals(before)) {
            return PutOutcome.UNCHANGED;
        }
        Occurrence occurrence = Occurrence.of(type, subject(type, code), before, after);
        trail.record(type == EventType.AGENCY_CHANGED ? occurrence.about(code) : occurrence, actor);
        return before == null ? PutOutcome.ADDED : PutOutcome.CHANGED;
    }

    private static String subject(EventType type, String code) {
        return switch (type) {
            case DISTRICT_CHANGED -> "districts/" + code;
            case CATEGORY_CHANGED -> "categories/" + code;
            default -> "agencies/" + code;
        };
    }
}
