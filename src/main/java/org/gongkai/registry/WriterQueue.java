package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Lets registry changes of one kind happen one after the other, so that what was checked still holds when it is stored. They
 * are rare; readers do not wait.
 */
@ApplicationScoped
class WriterQueue {

    private final EntityManager entities;

    WriterQueue(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for its turn, which lasts until the transaction ends. */
    void joinForDistricts() {
        lock("lock table district in share row exclusive mode");
    }

    void joinForCategories() {
        lock("lock table category in share row exclusive mode");
    }

    void joinForAgencies() {
        lock("lock table agency in share row exclusive mode");
    }

    private void lock(String statement) {
        entities.createNativeQuery(statement).executeUpdate();
    }
}
