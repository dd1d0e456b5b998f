package org.gongkai.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement in one or several files, with optional parts. The files are scripts for psql, which runs them as they
 * stand when the variables are set. Of psql's language, they use:
 *
 * <ul>
 * <li>{@code \if :name}, {@code \else} and {@code \endif}, each on a line of its own, for optional parts
 * <li>{@code :name} for a fragment of the statement, such as a list of columns
 * <li>{@code :'name'} for a value, which is bound as a parameter, see {@link NamedSql}
 * <li>comments from {@code --}, each on a line of its own
 * </ul>
 */
public final class SqlScript {

    private static final Pattern CONDITION = Pattern.compile("\\\\if :([a-zA-Z]+)");
    private static final Pattern FRAGMENT = Pattern.compile("(?<![:\\w]):([a-zA-Z]+)");

    private final List<String> lines;
    private final Map<List<Record>, NamedSql> statements = new ConcurrentHashMap<>();

    private SqlScript(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a statement from files.
     *
     * @param files the absolute names of resources, in the order of their parts
     */
    public static SqlScript of(String... files) {
        return new SqlScript(List.of(files).stream()
                .flatMap(file -> read(file).lines())
                .filter(line -> !line.stripLeading().startsWith("--"))
                .toList());
    }

    /**
     * Returns the statement with its optional parts chosen. The same choices give the same statement, which is made once.
     *
     * @param choices records whose components are the variables of the script: a boolean for each condition, a text for
     *     each fragment. Fragments become part of the statement: they must never come from a request
     */
    public NamedSql with(Record... choices) {
        return statements.computeIfAbsent(List.of(choices), this::statement);
    }

    private NamedSql statement(List<Record> choices) {
        Map<String, Object> variables = new HashMap<>();
        for (Record record : choices) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                variables.put(component.getName(), value(record, component));
            }
        }
        return NamedSql.of(fragments(chosen(variables), variables));
    }

    private String chosen(Map<String, Object> variables) {
        Deque<Boolean> open = new ArrayDeque<>();
        return lines.stream()
                .filter(line -> isChosen(line.strip(), open, name -> variable(variables, name, Boolean.class)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Evaluates a line of the script. Each open condition has an entry on the stack: whether its current branch is
     * chosen.
     */
    private static boolean isChosen(String line, Deque<Boolean> open, Predicate<String> condition) {
        Matcher start = CONDITION.matcher(line);
        if (start.matches()) {
            open.push(condition.test(start.group(1)));
        } else if (line.equals("\\else")) {
            open.push(!open.pop());
        } else if (line.equals("\\endif")) {
            open.pop();
        } else {
            return !open.contains(false);
        }
        return false;
    }

    private static String fragments(String sql, Map<String, Object> variables) {
        return FRAGMENT.matcher(sql)
                .replaceAll(name -> Matcher.quoteReplacement(variable(variables, name.group(1), String.class)));
    }

    private static <T> T variable(Map<String, Object> variables, String name, Class<T> type) {
        if (!type.isInstance(variables.get(name))) {
            throw new IllegalArgumentException("No %s for the variable %s".formatted(type.getSimpleName(), name));
        }
        return type.cast(variables.get(name));
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try (InputStream sql = SqlScript.class.getResourceAsStream(file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
