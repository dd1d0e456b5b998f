package org.gongkai.platform;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.gongkai.sql.WithoutSocketTimeout;

/** Removes the socket timeout during migrations. Each migration sets its own statement timeout. */
public final class LongRunningMigrations implements Callback {

    private WithoutSocketTimeout migration;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || isEnd(event);
    }

    private static boolean isEnd(Event event) {
        return event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (isEnd(event)) {
                migration.close();
            } else {
                migration = WithoutSocketTimeout.on(context.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The socket timeout of a migration cannot be changed", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "long-running-migrations";
    }
}
