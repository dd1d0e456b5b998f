package org.gongkai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Records the statements of the service from the log of the server, so that the benchmark needs no knowledge of them.
 */
final class Statements {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern TRANSACTION_CONTROL =
            Pattern.compile("(?i)(?:begin|commit|rollback)\\b.*", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']++|'')*+)')");

    /** The time in which each worker in the background of the service looks at the database at least once, in milliseconds. */
    private static final int BACKGROUND = 6_000;

    private final Postgres postgres;
    private final String database;

    Statements(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    /**
     * One statement.
     *
     * @param sql with $1, $2 for parameters
     * @param parameters their values, null for null
     */
    record Executed(String sql, List<String> parameters) {}

    /** A statement in the log, with its transaction. */
    private record Logged(String transaction, Executed executed) {

        private boolean isAmong(Set<String> statements) {
            return statements.contains(executed.sql());
        }
    }

    /**
     * Returns the statements that are executed during each of the requests, one list per request. Transactions of workers in
     * the background, which look for something to do at any time, are left out.
     */
    List<List<Executed>> during(List<Runnable> requests) {
        postgres.logStatements(true);
        try {
            Set<String> background = ofBackground();
            return requests.stream()
                    .map(request -> withoutBackground(during(request), background))
                    .toList();
        } finally {
            postgres.logStatements(false);
        }
    }

    /** Returns the statements of queries to the service, which must run without its cache. */
    List<List<Executed>> ofQueries(Service service, List<String> paths) {
        List<List<Executed>> statements = during(
                paths.stream().<Runnable>map(path -> () -> service.get(path)).toList());
        if (statements.stream().anyMatch(List::isEmpty)) {
            throw new IllegalStateException(
                    "The service answered without a database query: check that its cache is off");
        }
        return statements;
    }

    private Set<String> ofBackground() {
        return during(() -> Commands.pause(BACKGROUND)).stream()
                .map(logged -> logged.executed().sql())
                .filter(sql -> !TRANSACTION_CONTROL.matcher(sql).matches())
                .collect(Collectors.toSet());
    }

    private static List<Executed> withoutBackground(List<Logged> statements, Set<String> background) {
        Set<String> transactions = statements.stream()
                .filter(logged -> logged.isAmong(background))
                .map(Logged::transaction)
                .collect(Collectors.toSet());
        return statements.stream()
                .filter(logged -> !transactions.contains(logged.transaction()))
                .map(Logged::executed)
                .toList();
    }

    private List<Logged> during(Runnable request) {
        long start = postgres.log().toFile().length();
        request.run();
        Commands.pause(150);
        List<Logged> executed = new ArrayList<>();
        since(start).lines().forEach(line -> logged(line).ifPresent(executed::add));
        return executed;
    }

    private String since(long start) {
        try (RandomAccessFile log = new RandomAccessFile(postgres.log().toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Logged> logged(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            Matcher message = EXECUTED.matcher(entry.path("message").asText());
            boolean ours = entry.path("dbname").asText().equals(database)
                    && !entry.path("application_name").asText().equals("bench");
            return ours && message.matches()
                    ? Optional.of(new Logged(
                            entry.path("vxid").asText(),
                            new Executed(
                                    message.group(1),
                                    parameters(entry.path("detail").asText()))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> parameters(String detail) {
        TreeMap<Integer, Optional<String>> byNumber = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            Optional<String> value = Optional.ofNullable(parameter.group(2)).map(quoted -> quoted.replace("''", "'"));
            byNumber.put(Integer.valueOf(parameter.group(1)), value);
        }
        return byNumber.values().stream().map(value -> value.orElse(null)).toList();
    }
}
