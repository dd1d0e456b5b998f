package org.gongkai.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;

/**
 * Connects to the configured PostgreSQL server before the framework does, which would end with a long stack trace. Waits
 * for a server that cannot be reached or is starting up. Other failures, such as a wrong password, end the start at once.
 */
final class DatabaseWait {

    static final String LIMIT = "gongkai.database.wait";

    private static final String CREDENTIALS_PROVIDER = "quarkus.datasource.credentials-provider";
    private static final String PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    /** The longest duration of one attempt, so that a server that accepts connections but does not answer is given up. */
    private static final int ATTEMPT_SECONDS = 10;

    private static final long PAUSE_MILLIS = 500;

    private final Config config;
    private final PrintStream log;
    private final String url;
    private final Duration limit;

    private DatabaseWait(Config config, PrintStream log) throws IOException {
        this.config = config;
        this.log = log;
        this.url = config.getValue(Launcher.URL, String.class);
        this.limit = limit(config);
    }

    /**
     * Returns when the server accepts a connection. Does not connect if user and password come from a provider of the
     * framework, which has not started yet.
     *
     * @param log receives one line if the server has to be waited for
     * @throws IOException if it does not; the message is one line with the reason and the settings, and no password
     */
    static void of(Config config, PrintStream log) throws IOException {
        if (config.getOptionalValue(CREDENTIALS_PROVIDER, String.class).isEmpty()) {
            new DatabaseWait(config, log).await();
        }
    }

    private static Duration limit(Config config) throws IOException {
        try {
            Duration limit = config.getValue(LIMIT, Duration.class);
            if (!limit.isNegative()) {
                return limit;
            }
        } catch (IllegalArgumentException noDuration) {
            // The message below says it.
        }
        throw new IOException(LIMIT + ": must be a duration such as 60s, or 0 to not wait.");
    }

    private void await() throws IOException {
        // The driver would report a URL that it cannot read with its parameters, one of which may be the password.
        if (Driver.parseURL(url, new Properties()) == null) {
            throw new IOException(Launcher.URL + ": not a URL of PostgreSQL: " + name() + ".");
        }
        long began = System.nanoTime();
        Optional<SQLException> failure = failure();
        if (failure.filter(DatabaseWait::mayPass).isPresent() && !limit.isZero()) {
            log.printf(
                    "Waiting for the database %s, at most %s (%s): %s%n", name(), time(), LIMIT, reason(failure.get()));
        }
        while (failure.filter(DatabaseWait::mayPass).isPresent() && System.nanoTime() - began < limit.toNanos()) {
            pause();
            failure = failure();
        }
        if (failure.isPresent()) {
            throw new IOException(refusal(failure.get()), failure.get());
        }
    }

    /** Tries to connect. Returns the failure, or empty if the server accepts the connection. */
    private Optional<SQLException> failure() {
        try {
            new Driver().connect(url, properties()).close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /**
     * Returns the properties of the connection pool. Those of the driver are looked up by name, because environment
     * variables do not show capitals. The driver prefers user and password in the URL.
     */
    private Properties properties() {
        Properties properties = new Properties();
        for (PGProperty property : PGProperty.values()) {
            config.getOptionalValue(PROPERTIES + property.getName(), String.class)
                    .ifPresent(value -> property.set(properties, value));
        }
        config.getOptionalValue(Launcher.USER, String.class).ifPresent(user -> PGProperty.USER.set(properties, user));
        config.getOptionalValue(Launcher.PASSWORD, String.class)
                .ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        PGProperty.LOGIN_TIMEOUT.set(properties, ATTEMPT_SECONDS);
        return properties;
    }

    /** Returns whether the server may accept a connection later: it is away, starts, stops, or has none left. */
    private static boolean mayPass(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") && !isRejected(state) || state.startsWith("53") || state.startsWith("57");
    }

    /** Returns whether server and driver do not agree, for example because there is no password. */
    private static boolean isRejected(String state) {
        return state.equals("08004");
    }

    private String refusal(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (mayPass(failure)) {
            return "The database %s cannot be used, waited for %s (%s): %s Check %s."
                    .formatted(name(), time(), LIMIT, reason(failure), Launcher.URL);
        }
        String settings = state.startsWith("28") || state.startsWith("42") || isRejected(state)
                ? Launcher.USER + ", " + Launcher.PASSWORD + " and " + Launcher.URL
                : Launcher.URL;
        return "The database %s refuses the connection: %s Check %s.".formatted(name(), reason(failure), settings);
    }

    private String name() {
        return DatabaseName.of(url);
    }

    private String time() {
        return config.getConfigValue(LIMIT).getValue();
    }

    /** Returns the reason as a sentence in one line. The driver names some reasons in the cause only. */
    private static String reason(SQLException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause instanceof SQLException || cause.getMessage() == null
                ? message(failure)
                : failure.getMessage() + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
        String line = reason.strip().replaceAll("\\s+", " ");
        return line.endsWith(".") ? line : line + ".";
    }

    /** Returns the message of the server, to which the driver adds the place in the server's source. */
    private static String message(SQLException failure) {
        return failure instanceof PSQLException answered && answered.getServerErrorMessage() != null
                ? String.valueOf(answered.getServerErrorMessage().getMessage())
                : failure.getMessage();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
