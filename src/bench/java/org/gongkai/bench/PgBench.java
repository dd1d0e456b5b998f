package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.bench.Statements.Executed;

/**
 * Runs the recorded statements in pgbench, without the service: one script for each recorded request. Parameters stay
 * parameters, so that the server makes the same plans as for the service. Statements that the service sends together
 * are sent as a pipeline.
 */
final class PgBench {

    /** The tokens with a meaning of their own within a statement: texts, quoted names, comments and parameters. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|--[^\\n]*|\\$(\\d+)", Pattern.DOTALL);

    /** The first statement of every pipeline of the service. */
    private static final String PIPELINE_START = "set local plan_cache_mode";

    private static final Pattern PROCESSED = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final List<String> variables = new ArrayList<>();
    private final List<Path> scripts = new ArrayList<>();
    private long transactions;

    PgBench(Settings settings, Postgres postgres, String database) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
    }

    /** Adds a script. Each transaction runs one of the scripts, chosen at random. */
    PgBench addScript(String name, List<Executed> statements) {
        StringBuilder script = new StringBuilder();
        addStatements(script, statements, parameter -> null);
        return addScript(name, script);
    }

    /**
     * Adds a script of several steps. Each transaction runs the step whose number is in the variable {@code step}.
     *
     * @param head the beginning of the script, which sets the variable
     * @param steps the statements of each step
     * @param written returns the expression for a parameter that varies between transactions; null for a constant
     *     one
     */
    PgBench addSteps(String name, String head, List<List<Executed>> steps, Function<String, String> written) {
        StringBuilder script = new StringBuilder(head);
        for (int step = 0; step < steps.size(); step++) {
            script.append("\\if :step = %d\n".formatted(step));
            addStatements(script, steps.get(step), written);
            script.append("\\endif\n");
        }
        return addScript(name, script);
    }

    private PgBench addScript(String name, CharSequence script) {
        Path file = settings.results().resolve("pgbench-" + name + "-" + scripts.size() + ".sql");
        try {
            scripts.add(Files.writeString(file, script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Measures for a given time.
     *
     * @param more definitions of variables, name=value
     */
    Throughput run(int clients, Duration time, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                settings.postgres().resolve("pgbench").toString(),
                "-n",
                "-M",
                "prepared",
                "-c" + clients,
                "-T" + time.toSeconds(),
                "--random-seed=1"));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        variables.forEach(variable -> command.addAll(List.of("-D", variable)));
        more.forEach(variable -> command.addAll(List.of("-D", variable)));
        command.addAll(postgres.connectionOptions(database));
        String printed = Commands.run(command);
        Matcher tps = TPS.matcher(printed);
        Matcher latency = LATENCY.matcher(printed);
        Matcher processed = PROCESSED.matcher(printed);
        if (!tps.find() || !latency.find() || !processed.find() || printed.contains("aborted")) {
            throw new IllegalStateException("pgbench:\n" + printed);
        }
        transactions = Long.parseLong(processed.group(1));
        return new Throughput(Double.parseDouble(tps.group(1)), Double.parseDouble(latency.group(1)), Double.NaN);
    }

    /** Returns the number of transactions of the last measurement. */
    long transactions() {
        return transactions;
    }

    /** Returns a statement with its parameters as literals, for people and for EXPLAIN. */
    static String withLiterals(Executed statement) {
        return replaceParameters(
                statement, parameter -> parameter == null ? "null" : "'" + parameter.replace("'", "''") + "'");
    }

    private void addStatements(StringBuilder script, List<Executed> statements, Function<String, String> written) {
        for (int i = 0; i < statements.size(); i = addGroup(script, statements, i, written)) {
            script.append('\n');
        }
    }

    /**
     * Adds a group of statements that are sent together: the beginning of a transaction with its settings or its first
     * statement, repetitions of the same statement, or all statements of a pipeline.
     */
    private int addGroup(StringBuilder script, List<Executed> statements, int start, Function<String, String> written) {
        int end = Math.min(statements.size(), endOfGroup(statements, start));
        boolean together = end > start + 1;
        script.append(together ? "\\startpipeline\n" : "");
        statements.subList(start, end).forEach(each -> script.append(
                        replaceParameters(each, value -> write(value, written)))
                .append(";\n"));
        script.append(together ? "\\endpipeline\n" : "");
        return end;
    }

    private static int endOfGroup(List<Executed> statements, int start) {
        boolean begins = starts(statements.get(start), "begin");
        int set = endOf(statements, begins ? start + 1 : start, each -> starts(each, "set "));
        if (set > start && starts(statements.get(set - 1), PIPELINE_START)) {
            return endOf(statements, set, each -> !starts(each, "set ") && !starts(each, "commit"));
        }
        int first = Math.max(set, begins ? start + 2 : start + 1);
        return endOf(statements, first, each -> isSame(each, statements.get(first - 1)));
    }

    /** Returns the end of a run of statements of the same kind. */
    private static int endOf(List<Executed> statements, int start, Predicate<Executed> kind) {
        int end = start;
        while (end < statements.size() && kind.test(statements.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean starts(Executed statement, String word) {
        return statement.sql().strip().toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static boolean isSame(Executed one, Executed other) {
        return one.sql().equals(other.sql()) && !one.parameters().isEmpty();
    }

    private String write(String parameter, Function<String, String> written) {
        if (parameter == null) {
            return "null";
        }
        String changing = written.apply(parameter);
        return changing == null ? variable(parameter) : changing;
    }

    private String variable(String value) {
        for (String known : variables) {
            if (known.substring(known.indexOf('=') + 1).equals(value)) {
                return ":" + known.substring(0, known.indexOf('='));
            }
        }
        String name = "p" + variables.size();
        variables.add(name + "=" + value);
        return ":" + name;
    }

    private static String replaceParameters(Executed statement, Function<String, String> parameter) {
        return TOKEN.matcher(statement.sql())
                .replaceAll(token -> Matcher.quoteReplacement(token(token, statement, parameter)));
    }

    private static String token(MatchResult token, Executed statement, Function<String, String> parameter) {
        if (token.group(1) != null) {
            return parameter.apply(statement.parameters().get(Integer.parseInt(token.group(1)) - 1));
        }
        // pgbench would look for variables in comments.
        return token.group().startsWith("--") ? "" : token.group();
    }
}
