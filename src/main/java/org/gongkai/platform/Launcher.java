package org.gongkai.platform;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.commandline.CommandLines;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.UserLanguage;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * Runs the commands of the command line. The service uses the configured PostgreSQL server, or else starts an embedded
 * one, which runs as long as the service. It uses the configured identity provider, or else signs tokens itself. It
 * refuses to start with unsafe settings.
 */
@QuarkusMain
public final class Launcher {

    public static final String URL = "quarkus.datasource.jdbc.url";
    public static final String USER = "quarkus.datasource.username";
    public static final String PASSWORD = "quarkus.datasource.password";
    static final String HOST = "quarkus.http.host";
    private static final String STARTED = "org.gongkai.started";

    private static final Text LOST = new Text("结果未能全部写出", "The results could not be written completely");

    private static volatile EmbeddedDatabase embedded;

    private Launcher() {}

    /** Returns the embedded database; empty if the operator configured a server. */
    static Optional<EmbeddedDatabase> embedded() {
        return Optional.ofNullable(embedded);
    }

    public static void main(String... args) {
        // Names are in Chinese, so the output is UTF-8 in any locale.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Language language = UserLanguage.of(System.getenv());
        int exitCode = CommandLines.of(new Gongkai(), language, out, err).execute(args);
        if (exitCode == ExitCode.SUCCESS && out.checkError()) {
            err.println(LOST.in(language));
            exitCode = ExitCode.INCOMPLETE;
        }
        // The service may still run, in dev mode.
        if (exitCode != ExitCode.SUCCESS) {
            System.exit(exitCode);
        }
    }

    /** Prepares the settings and the database for the service. */
    static void prepareService() throws IOException {
        if (isLiveReload()) {
            return;
        }
        PortCheck.of(ConfigProvider.getConfig());
        prepare();
    }

    /** Prepares the settings and the database for a command that serves no requests. */
    static void prepareWithoutHttp() throws IOException {
        System.setProperty("quarkus.http.host-enabled", "false");
        prepare();
    }

    private static void prepare() throws IOException {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue("gongkai.stop-with-parent", Boolean.class).orElse(false)) {
            DevelopmentKeys.remove();
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        }
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
