package org.gongkai.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database table whose columns are the components of a record: component {@code submittedAt} is column {@code
 * submitted_at}. A component that is a record itself stands for a group of columns, with its name as their prefix:
 * {@code withdrawal} with the component {@code at} is column {@code withdrawal_at}; it is null where all of them are.
 * Statements and the mapping of rows are derived from the record, so a column is named in one place.
 *
 * @param <T> the record of a row
 */
public final class RecordTable<T extends Record> {

    private static final String COMMA = ", ";
    private static final String SEPARATOR = "_";

    private final String name;
    private final Class<T> type;
    private final List<Column<T>> columns;
    private final List<String> key;
    private final RowReader rows;

    private RecordTable(String name, Class<T> type, List<Column<T>> columns, List<String> key, RowReader rows) {
        this.name = name;
        this.type = type;
        this.columns = columns;
        this.key = key;
        this.rows = rows;
    }

    /**
     * Creates the table of a record.
     *
     * @param name name of the table
     * @param rows the record of a row
     * @param key names of the columns that identify a row
     */
    public static <T extends Record> RecordTable<T> of(String name, Class<T> rows, String... key) {
        List<Column<T>> columns = Column.<T>of("", rows, row -> row).toList();
        return new RecordTable<>(name, rows, columns, List.of(key), RowReader.of("", rows));
    }

    /**
     * A column.
     *
     * @param name its name in the database
     * @param argument its values, as an argument of a statement
     * @param cast the cast of such a value to the type of the column; mostly empty
     */
    private record Column<T>(String name, Argument<T> argument, String cast) {

        /**
         * Returns the columns of a record.
         *
         * @param prefix the prefix of their names; empty for the record of the row
         * @param owner returns the record of a row, or null
         */
        static <T> Stream<Column<T>> of(String prefix, Class<?> type, Function<T, Object> owner) {
            return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
                Function<T, Object> value = row -> value(component, owner.apply(row));
                String name = prefix + columnName(component);
                return component.getType().isRecord()
                        ? of(name + SEPARATOR, component.getType(), value)
                        : Stream.of(new Column<>(name, argument(component.getType(), value), cast(component)));
            });
        }

        private static String cast(RecordComponent component) {
            SqlType type = component.getAnnotation(SqlType.class);
            return type == null ? "" : "::" + type.value();
        }

        private static <T> Argument<T> argument(Class<?> type, Function<T, Object> value) {
            if (type == String.class) {
                return Argument.text(row -> (String) value.apply(row));
            }
            if (type.isEnum()) {
                return Argument.text(row -> ((Enum<?>) value.apply(row)).name());
            }
            if (type == Instant.class) {
                return Argument.time(row -> (Instant) value.apply(row));
            }
            if (type == boolean.class) {
                return Argument.flag(row -> (Boolean) value.apply(row));
            }
            return type == BigDecimal.class
                    ? Argument.amount(row -> (BigDecimal) value.apply(row))
                    : Argument.number(row -> (Number) value.apply(row));
        }

        private static Object value(RecordComponent component, Object owner) {
            try {
                component.getAccessor().setAccessible(true);
                return owner == null ? null : component.getAccessor().invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Reads a record from a row.
     *
     * @param constructor its canonical constructor
     * @param components reads the value of each component
     * @param isGroup whether the record is a group of columns of another one, which may be null
     */
    private record RowReader(Constructor<?> constructor, List<ComponentReader> components, boolean isGroup) {

        static RowReader of(String prefix, Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new RowReader(
                        constructor,
                        Arrays.stream(components)
                                .map(component -> ComponentReader.of(prefix, component))
                                .toList(),
                        !prefix.isEmpty());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        Object read(ResultSet row) throws SQLException {
            Object[] values = new Object[components.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = components.get(i).read(row);
            }
            if (isGroup && Arrays.stream(values).allMatch(Objects::isNull)) {
                return null;
            }
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Reads the value of a component from a row. */
    private interface ComponentReader {

        Object read(ResultSet row) throws SQLException;

        static ComponentReader of(String prefix, RecordComponent component) {
            String name = prefix + columnName(component);
            if (component.getType().isRecord()) {
                return RowReader.of(name + SEPARATOR, component.getType())::read;
            }
            Reader reader = Reader.of(component.getType());
            return row -> reader.read(row, name);
        }
    }

    private static String columnName(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", SEPARATOR).toLowerCase(Locale.ROOT);
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
                    long.class, ResultSet::getLong,
                    boolean.class, ResultSet::getBoolean);
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
        return type.cast(rows.read(row));
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
