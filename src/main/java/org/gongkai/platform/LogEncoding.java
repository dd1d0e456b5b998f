package org.gongkai.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Writes the log on the console in UTF-8 in any locale, as it may contain Chinese names. */
@ApplicationScoped
class LogEncoding {

    void set(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
            throws UnsupportedEncodingException {
        for (Handler handler : LogManager.getLogManager().getLogger("").getHandlers()) {
            set(handler);
        }
    }

    private static void set(Handler handler) throws UnsupportedEncodingException {
        if (handler instanceof ConsoleHandler) {
            handler.setEncoding(StandardCharsets.UTF_8.name());
        }
        if (handler instanceof ExtHandler parent) {
            for (Handler nested : parent.getHandlers()) {
                set(nested);
            }
        }
    }
}
