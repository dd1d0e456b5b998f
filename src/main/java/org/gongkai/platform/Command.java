package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the service can be told to do instead of serving, each by its name as the only argument. */
public enum Command {
    MIGRATE("brings the schema of the database up to date", Migrate.class),
    REBUILD("makes what is derived from the revisions anew", Rebuild.class);

    private final String purpose;
    private final Class<? extends QuarkusApplication> application;

    Command(String purpose, Class<? extends QuarkusApplication> application) {
        this.purpose = purpose;
        this.application = application;
    }

    /** The command that the arguments name; empty when they name none there is. */
    public static Optional<Command> named(List<String> arguments) {
        return Arrays.stream(values())
                .filter(command -> arguments.equals(List.of(command.argument())))
                .findFirst();
    }

    /** All there are, and what they do. */
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
