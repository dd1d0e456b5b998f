package org.gongkai.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.gongkai.commandline.CommandLines;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.commandline.WrongUsage;
import org.gongkai.filing.receipt.VerifyCommand;
import org.gongkai.filing.revalidation.RevalidateCommand;
import org.gongkai.intake.ImportCommand;
import org.gongkai.intake.ValidateCommand;
import org.gongkai.platform.distribution.Distribution;
import org.gongkai.reminder.RemindCommand;
import org.gongkai.security.tokens.TokenCommand;
import org.gongkai.text.Text;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
            Gongkai.DistributeCommand.class,
            RevalidateCommand.class,
            ImportCommand.class,
            ValidateCommand.class,
            TokenCommand.class,
            RemindCommand.class,
            Gongkai.ReceiptKeyCommand.class,
            VerifyCommand.class,
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

        /** Returns the arguments of the application. */
        String[] arguments() {
            return new String[0];
        }

        /** Prepares settings and database. The framework reads the settings after that. */
        abstract void prepare() throws IOException;

        @Override
        public final Integer call() throws IOException {
            prepare();
            Quarkus.run(application, arguments());
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

    /** Moves the tables to the workers of Citus, or back. */
    @Command(name = "distribute")
    static final class DistributeCommand extends FrameworkCommand {

        private static final Text TOGETHER =
                new Text("--dry-run 与 --status 不能同时使用", "--dry-run and --status cannot be used together");

        @Spec
        private CommandSpec spec;

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Option(names = "--status")
        private boolean status;

        @Option(names = "--undo")
        private boolean undo;

        DistributeCommand() {
            super(Distribute.class);
        }

        @Override
        void prepare() throws IOException {
            if (dryRun && status) {
                throw new WrongUsage(spec.commandLine(), TOGETHER);
            }
            Launcher.prepareWithoutHttp();
            Migrate.prepare();
        }

        @Override
        String[] arguments() {
            Distribution.Target target = undo ? Distribution.Target.ONE_SERVER : Distribution.Target.DISTRIBUTED;
            return new String[] {target.name(), mode().name()};
        }

        private Distribute.Mode mode() {
            if (status) {
                return Distribute.Mode.STATUS;
            }
            return dryRun ? Distribute.Mode.DRY_RUN : Distribute.Mode.RUN;
        }
    }

    /** The commands about the key that signs receipts. */
    @Command(name = "receipt-key", subcommands = RotateCommand.class)
    static final class ReceiptKeyCommand implements Callable<Integer> {

        private static final Text MISSING = new Text("缺少子命令：rotate", "Missing subcommand: rotate");

        @Spec
        private CommandSpec spec;

        @Mixin
        private GeneralOptions general;

        /** Refuses a command line that does not say what to do with the key. */
        @Override
        public Integer call() {
            throw new WrongUsage(spec.commandLine(), MISSING);
        }
    }

    /** Replaces the key that signs receipts. */
    @Command(name = "rotate")
    static final class RotateCommand extends FrameworkCommand {

        RotateCommand() {
            super(RotateReceiptKey.class);
        }

        @Override
        void prepare() throws IOException {
            Launcher.prepareWithoutHttp();
        }
    }
}
