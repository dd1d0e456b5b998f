package org.gongkai.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database table whose columns are the components of a record: component {@code submittedAt} is column {@code
 * submitted_at}. Statements and the mapping of rows are derived from the record, so a column is named in one place.
 *
 * @param <T> the record of a row
 */
public final class RecordTable<T extends Record> {

    private static final String COMMA = ", ";

    private final String name;
    private final List<Column<T>> columns;
    private final List<String> key;
    private final Constructor<T> constructor;

    private RecordTable(String name, List<Column<T>> columns, List<String> key, Constructor<T> constructor) {
        this.name = name;
        this.columns = columns;
        this.key = key;
        this.constructor = constructor;
    }

    /**
     * Creates the table of a record.
     *
     * @param name name of the table
     * @param rows the record of a row
     * @param key names of the columns that identify a row
     */
    public static <T extends Record> RecordTable<T> of(String name, Class<T> rows, String... key) {
        RecordComponent[] components = rows.getRecordComponents();
        try {
            Constructor<T> constructor = rows.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordTable<>(
                    name, Arrays.stream(components).map(Column::<T>of).toList(), List.of(key), constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A column.
     *
     * @param name its name in the database
     * @param argument its values, as an argument of a statement
     * @param cast the cast of such a value to the type of the column; mostly empty
     * @param reader reads its value from a row
     */
    private record Column<T>(String name, Argument<T> argument, String cast, Reader reader) {

        static <T> Column<T> of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            SqlType type = component.getAnnotation(SqlType.class);
            return new Column<>(
                    component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT),
                    argument(component),
                    type == null ? "" : "::" + type.value(),
                    Reader.of(component.getType()));
        }

        private static <T> Argument<T> argument(RecordComponent component) {
            Class<?> type = component.getType();
            if (type == String.class) {
                return Argument.text(row -> (String) value(component, row));
            }
            if (type.isEnum()) {
                return Argument.text(row -> ((Enum<?>) value(component, row)).name());
            }
            if (type == Instant.class) {
                return Argument.time(row -> (Instant) value(component, row));
            }
            return type == BigDecimal.class
                    ? Argument.amount(row -> (BigDecimal) value(component, row))
                    : Argument.number(row -> (Number) value(component, row));
        }

        private static Object value(RecordComponent component, Object row) {
            try {
                return component.getAccessor().invoke(row);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Reads the value of a column. */
    private interface Reader {

        Object read(ResultSet row, String column) throws SQLException;

        static Reader of(Class<?> type) {
            if (type.isEnum()) {
                return (row, column) -> constant(type, row.getString(column));
            }
            if (type == Instant.class) {
                return (row, column) -> instant(row.getObject(column, OffsetDateTime.class));
            }
            Map<Class<?>, Reader> readers = Map.of(
                    String.class, ResultSet::getString,
                    BigDecimal.class, ResultSet::getBigDecimal,
                    short.class, ResultSet::getShort,
                    int.class, ResultSet::getInt,
                    long.class, ResultSet::getLong);
            return readers.get(type);
        }

        private static Object constant(Class<?> type, String name) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Unknown " + type.getSimpleName() + ": " + name));
        }

        private static Instant instant(OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }

    public String name() {
        return name;
    }

    /** Returns the names of the columns, in the order of the record. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Returns the columns for a {@code select}.
     *
     * @param alias the alias of the table in the statement
     * @param computed expressions to select instead of columns, by column name
     */
    public String select(String alias, Map<String, String> computed) {
        return joined(
                columns,
                column -> computed.containsKey(column.name())
                        ? computed.get(column.name()) + " as " + column.name()
                        : alias + "." + column.name());
    }

    /** Returns a statement that inserts rows. */
    public BatchUpdate<T> insert() {
        return new BatchUpdate<>(insertSql(), arguments(columns));
    }

    /** Returns a statement that inserts rows, or sets some columns of rows whose key exists. */
    public BatchUpdate<T> insertOrUpdate(String... changed) {
        String assignments = Arrays.stream(changed)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(COMMA));
        return new BatchUpdate<>(
                insertSql() + " on conflict (" + String.join(COMMA, key) + ") do update set " + assignments,
                arguments(columns));
    }

    /** Returns a statement that sets some columns of rows, found by key. */
    public BatchUpdate<T> update(String... changed) {
        List<Column<T>> set = Arrays.stream(changed).map(this::column).toList();
        List<Column<T>> used =
                Stream.concat(key.stream().map(this::column), set.stream()).toList();
        String assignments = joined(set, column -> column.name() + " = v." + column.name() + column.cast());
        return new BatchUpdate<>(
                "update " + name + " t set " + assignments + " from " + values(used) + " where " + sameKey(),
                arguments(used));
    }

    /** Returns a statement that deletes the rows of another table that have the key of a row of this one. */
    public BatchUpdate<T> deleteFrom(RecordTable<?> other) {
        List<Column<T>> used = key.stream().map(this::column).toList();
        return new BatchUpdate<>(
                "delete from " + other.name + " t using " + values(used) + " where " + sameKey(), arguments(used));
    }

    /** Maps the current row of a result that has every column. */
    public T read(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            values.add(column.reader().read(row, column.name()));
        }
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Column<T> column(String named) {
        return columns.stream()
                .filter(column -> column.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Table " + name + " has no column " + named));
    }

    private String insertSql() {
        return "insert into " + name + " (" + joined(columns, Column::name) + ") select "
                + joined(columns, column -> column.name() + column.cast()) + " from " + values(columns);
    }

    private String sameKey() {
        return key.stream().map(column -> "t." + column + " = v." + column).collect(Collectors.joining(" and "));
    }

    private static <T> String values(List<Column<T>> columns) {
        return "unnest(" + joined(columns, column -> "?::" + column.argument().type() + "[]") + ") as v ("
                + joined(columns, Column::name) + ")";
    }

    private static <T> List<Argument<T>> arguments(List<Column<T>> columns) {
        return columns.stream().map(Column::argument).toList();
    }

    private static <T> String joined(List<Column<T>> columns, Function<Column<T>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(COMMA));
    }
}
