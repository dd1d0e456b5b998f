package org.gongkai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.Superuser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rights of the service on its embedded database. An earlier version created the schema and its first objects as
 * the superuser.
 */
class ServiceRoleTest {

    private static final String PERMISSION = "42501";
    private static final String RESTRICTED = "23001";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void startOnDataOfAnEarlierVersion() throws Exception {
        Path home = PreparedHome.createAt(folder.resolve("home"));
        try (EmbeddedDatabase earlier = EmbeddedDatabase.start(home)) {
            flyway(earlier, Superuser.NAME, Superuser.password(home))
                    .target("30")
                    .load()
                    .migrate();
            Superuser.execute(earlier, """
                    create type mood as enum ('fine');
                    create type pair as (a integer, b integer);
                    create domain positive as integer check (value > 0);
                    create sequence "a Sequence";
                    create function "a Function"(text, integer[]) returns integer language sql return 1;
                    create schema other;
                    create table other.kept (id integer)""");
        }
        database = EmbeddedDatabase.start(home);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void ownsTheWholeSchema_andMigratesIt() throws Exception {
        assertThat(query("""
                select count(*) from (
                    select relowner as owner, relnamespace as namespace from pg_class
                    union all select proowner, pronamespace from pg_proc
                    union all select typowner, typnamespace from pg_type
                    union all select stxowner, stxnamespace from pg_statistic_ext) object
                where namespace = 'public'::regnamespace and owner <> 'gongkai'::regrole""")).isEqualTo("0");
        assertThat(query("select tableowner from pg_tables where schemaname = 'other'"))
                .isEqualTo("postgres");

        MigrateResult result = flyway(
                        database, EmbeddedDatabase.USER, database.password().value())
                .load()
                .migrate();

        assertThat(result.success).isTrue();
        assertThat(result.migrationsExecuted).isPositive();
    }

    @Test
    void hasNoAttributeBeyondLogin() throws Exception {
        assertThat(query("""
                select concat_ws(' ', rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls)
                from pg_roles where rolname = current_user""")).isEqualTo("t f f f f f");
        assertThat(query("select count(*) from pg_auth_members where member = 'gongkai'::regrole"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set session_replication_role = replica",
                "alter table revision disable trigger all",
                "alter role gongkai superuser",
                "set role postgres",
                "create role other_role",
                "create database other",
                "create schema another",
                "drop schema other cascade",
                "alter system set fsync = off",
                "copy (select 1) to program 'true'",
                "select pg_read_file('postgresql.conf')",
                "drop database postgres"
            })
    void isRefusedWhatOnlyASuperuserMay(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(PERMISSION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from event",
                "update event set actor = 'another'",
                "truncate event",
                "delete from revision",
                "update revision set content = content",
                "delete from figure_value",
                "truncate filing cascade"
            })
    void isBoundByTheTriggersThatKeepHistory(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(RESTRICTED));
    }

    private static FluentConfiguration flyway(EmbeddedDatabase on, String user, String password) {
        return Flyway.configure().dataSource(on.jdbcUrl(), user, password);
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), EmbeddedDatabase.USER, database.password().value());
    }
}
