package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.SQLException;
import org.gongkai.commandline.ExitCode;
import org.gongkai.platform.distribution.Distribution;
import org.gongkai.platform.distribution.Distribution.StepState;
import org.gongkai.platform.distribution.Distribution.Target;

/**
 * The command {@code distribute}: moves the tables to the workers of Citus, or back, and then exits without serving
 * requests. The arguments are a target and a mode.
 */
class Distribute implements QuarkusApplication {

    private final Distribution distribution;

    Distribute(Distribution distribution) {
        this.distribution = distribution;
    }

    /** The kind of work. */
    enum Mode {
        RUN,
        DRY_RUN,
        STATUS
    }

    @Override
    public int run(String... args) throws SQLException {
        Target target = Target.valueOf(args[0]);
        try {
            switch (Mode.valueOf(args[1])) {
                case RUN -> run(target);
                case DRY_RUN -> printSteps(target);
                default -> printStatus(target);
            }
            return ExitCode.SUCCESS;
        } catch (IOException unprepared) {
            System.err.println(unprepared.getMessage());
            return ExitCode.INCOMPLETE;
        }
    }

    private void run(Target target) throws IOException, SQLException {
        int done = distribution.run(target, action -> System.out.printf("%s%n", action));
        System.out.printf("%d step(s) done%n", done);
    }

    private void printSteps(Target target) throws IOException, SQLException {
        distribution.state(target).stream()
                .filter(step -> !step.done())
                .forEach(step -> System.out.printf("%s%n", step.action()));
    }

    private void printStatus(Target target) throws IOException, SQLException {
        for (StepState step : distribution.state(target)) {
            System.out.printf("%-4s  %s%n", step.done() ? "done" : "open", step.action());
        }
    }
}
