package org.gongkai.filing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.filing.revision.Filing;
import org.gongkai.filing.revision.Revision;
import org.gongkai.sql.RecordTable;
import org.gongkai.testing.ServiceTest;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.junit.jupiter.api.Test;

/** The records of rows have every column of their table, and the entities for reading have the same. */
@QuarkusTest
class TablesTest extends ServiceTest {

    /** Columns that the database fills. */
    private static final Map<String, Set<String>> FILLED_BY_DATABASE = Map.of(
            "filing", Set.of("unlisted"),
            "explanation", Set.of("id", "wording"),
            "revision", Set.of("place", "category", "kind"));

    @Inject
    EntityManager entities;

    @Test
    void recordsHaveTheColumnsOfTheirTables() throws SQLException {
        for (RecordTable<?> table : Tables.ALL) {
            Set<String> columns = new TreeSet<>(columns(table.name()));
            columns.removeAll(FILLED_BY_DATABASE.getOrDefault(table.name(), Set.of()));

            assertThat(new TreeSet<>(table.columns())).as(table.name()).isEqualTo(columns);
        }
    }

    @Test
    void recordsHaveTheColumnsOfTheEntities() {
        assertThat(new TreeSet<>(Tables.REVISION.columns())).isEqualTo(columns(Revision.class));
        assertThat(new TreeSet<>(Tables.FILING.columns())).isEqualTo(columns(Filing.class));
    }

    private Set<String> columns(Class<?> entity) {
        AbstractEntityPersister persister = (AbstractEntityPersister) entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
        Set<String> columns = new TreeSet<>(List.of(persister.getIdentifierColumnNames()));
        for (String property : persister.getPropertyNames()) {
            columns.addAll(List.of(persister.getPropertyColumnNames(property)));
        }
        return columns;
    }

    private Set<String> columns(String table) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = '%s'""".formatted(table))) {
            Set<String> columns = new TreeSet<>();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        }
    }
}
