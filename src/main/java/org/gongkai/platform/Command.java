package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that run instead of the service. The name of the command is the only argument. */
public enum Command {
    MIGRATE("updates the database schema", Migrate.class),
    REBUILD("rebuilds the data derived from the revisions", Rebuild.class);

    private final String purpose;
    private final Class<? extends QuarkusApplication> application;

    Command(String purpose, Class<? extends QuarkusApplication> application) {
        this.purpose = purpose;
        this.application = application;
    }

    /** Returns the command with the name in the arguments; empty if there is none. */
    public static Optional<Command> byName(List<String> arguments) {
        return Arrays.stream(values())
                .filter(command -> arguments.equals(List.of(command.argument())))
                .findFirst();
    }

    /** Returns all commands and their purposes. */
    static String list() {
        return Arrays.stream(values())
                .map(command -> command.argument() + " " + command.purpose)
                .collect(Collectors.joining("; "));
    }

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<? extends QuarkusApplication> application() {
        return application;
    }
}
