package org.gongkai.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.gongkai.commandline.CommandLines;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.intake.ImportCommand;
import org.gongkai.intake.ValidateCommand;
import org.gongkai.security.tokens.TokenCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command line. The commands of this class start the framework: the service itself, which is what happens without a
 * command, and the work on its database. The others need no database, and belong to the packages of their features.
 */
@Command(
        name = CommandLines.PROGRAM,
        subcommands = {
            Gongkai.ServeCommand.class,
            Gongkai.MigrateCommand.class,
            Gongkai.RebuildCommand.class,
            ImportCommand.class,
            ValidateCommand.class,
            TokenCommand.class,
            GenerateCompletion.class
        })
public final class Gongkai implements Callable<Integer> {

    @Mixin
    private GeneralOptions general;

    @Override
    public Integer call() throws IOException {
        return new ServeCommand().call();
    }

    /** A command that starts the framework, which ends the process with the exit code of the application. */
    abstract static class FrameworkCommand implements Callable<Integer> {

        @Mixin
        private GeneralOptions general;

        private final Class<? extends QuarkusApplication> application;

        FrameworkCommand(Class<? extends QuarkusApplication> application) {
            this.application = application;
        }

        /** Prepares settings and database. The framework reads the settings after that. */
        abstract void prepare() throws IOException;

        @Override
        public final Integer call() throws IOException {
            prepare();
            Quarkus.run(application);
            return ExitCode.SUCCESS;
        }
    }

    /** Starts the service. */
    @Command(name = "serve")
    static final class ServeCommand extends FrameworkCommand {

        ServeCommand() {
            super(Serve.class);
        }

        @Override
        void prepare() throws IOException {
            Launcher.prepareService();
        }
    }

    /** Updates the schema of the database, and the data that are derived from the revisions. */
    @Command(name = "migrate")
    static final class MigrateCommand extends FrameworkCommand {

        MigrateCommand() {
            super(Migrate.class);
        }

        @Override
        void prepare() throws IOException {
            Launcher.prepareWithoutHttp();
            Migrate.prepare();
        }
    }

    /** Rebuilds the data that are derived from the revisions. */
    @Command(name = "rebuild")
    static final class RebuildCommand extends FrameworkCommand {

        RebuildCommand() {
            super(Rebuild.class);
        }

        @Override
        void prepare() throws IOException {
            Launcher.prepareWithoutHttp();
        }
    }
}
