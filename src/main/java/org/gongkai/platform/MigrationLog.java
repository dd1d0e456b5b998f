package org.gongkai.platform;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/** Logs the migrations of a start in one line. Flyway itself logs each of them, at the level {@code INFO}. */
public final class MigrationLog implements Callback {

    private static final Logger LOG = Logger.getLogger(MigrationLog.class);
    private static final String EMPTY = "none";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE_OPERATION_FINISH;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (context.getOperationResult() instanceof MigrateResult result && result.migrationsExecuted > 0) {
            LOG.infof(
                    "The schema is at version %s now, after %d migrations from version %s in %d ms",
                    result.targetSchemaVersion,
                    result.migrationsExecuted,
                    result.initialSchemaVersion == null ? EMPTY : result.initialSchemaVersion,
                    result.getTotalMigrationTime());
        }
    }

    @Override
    public String getCallbackName() {
        return "migration-log";
    }
}
