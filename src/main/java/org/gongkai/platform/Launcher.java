package org.gongkai.platform;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.intake.ImportCommand;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/**
 * Starts the service. It uses the configured PostgreSQL server, or else starts an embedded one, which runs as long as
 * the service. It uses the configured identity provider, or else signs tokens itself. It refuses to start with unsafe
 * settings.
 */
@QuarkusMain
public final class Launcher {

    public static final String URL = "quarkus.datasource.jdbc.url";
    public static final String USER = "quarkus.datasource.username";
    public static final String PASSWORD = "quarkus.datasource.password";
    private static final String HOST = "quarkus.http.host";
    private static final String STARTED = "org.gongkai.started";

    private static volatile EmbeddedDatabase embedded;

    private Launcher() {}

    /** Returns the embedded database; empty if the operator configured a server. */
    static Optional<EmbeddedDatabase> embedded() {
        return Optional.ofNullable(embedded);
    }

    public static void main(String... args) {
        List<String> arguments = List.of(args);
        if (!arguments.isEmpty() && arguments.get(0).equals(ImportCommand.NAME)) {
            // Names are in Chinese, so the output is UTF-8 in any locale.
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(ImportCommand.run(arguments.subList(1, arguments.size()), out, err));
        }
        Optional<Command> command = Command.byName(arguments);
        if (!arguments.isEmpty() && command.isEmpty()) {
            System.err.println(
                    "Unknown command: " + String.join(" ", args) + ". Without a command, the service starts. "
                            + Command.list() + "; " + ImportCommand.NAME + " extracts published reports from files.");
            System.exit(2);
        }
        prepare();
        if (command.isEmpty()) {
            Quarkus.run(args);
        } else {
            System.setProperty("quarkus.http.host-enabled", "false");
            command.filter(Command.MIGRATE::equals).ifPresent(migrate -> Migrate.prepare());
            Quarkus.run(command.get().application(), args);
        }
    }

    private static void prepare() {
        if (isLiveReload()) {
            return;
        }
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue("gongkai.stop-with-parent", Boolean.class).orElse(false)) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        }
        try {
            StartupCheck.of(config);
            if (config.getOptionalValue(URL, String.class).isEmpty()) {
                embed(config);
            } else {
                DatabaseWait.of(config, System.err);
            }
            if (!StartupCheck.hasProvider(config)) {
                LocalAccess.prepare(config, home(config));
            }
            Tracing.prepare(config);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns true if dev mode starts the service again in the same process. The embedded database still runs then, and the
     * system properties of the first start still hold its address and the keys; checked as settings, they would be refused.
     */
    private static boolean isLiveReload() {
        String process = String.valueOf(ProcessHandle.current().pid());
        return process.equals(System.setProperty(STARTED, process));
    }

    private static Path home(Config config) {
        return Path.of(config.getValue("gongkai.home", String.class))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Starts the embedded database and sets its address as system properties, which take precedence over the
     * application's own file.
     */
    private static void embed(Config config) throws IOException {
        embedded = EmbeddedDatabase.start(home(config));
        Runtime.getRuntime().addShutdownHook(new Thread(Launcher::closeAfterService, "embedded-database"));
        embedded.keepRunning(() -> System.exit(1));
        System.setProperty(URL, embedded.jdbcUrl());
        System.setProperty(USER, EmbeddedDatabase.USER);
        System.setProperty(PASSWORD, embedded.password().value());
        if (config.getConfigValue(HOST).getValue() == null) {
            System.setProperty(HOST, "localhost");
        }
    }

    /**
     * Stops the database after the requests in flight are finished. As a shutdown hook, it runs on signals and on
     * exits.
     */
    private static void closeAfterService() {
        embedded.stopWatching();
        Application service = ApplicationLifecycleManager.getCurrentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        embedded.close();
    }
}
