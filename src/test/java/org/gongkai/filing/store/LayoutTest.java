package org.gongkai.filing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The layout of the schema in docs/scaling.md: the tables that grow can be distributed by agency. */
@QuarkusTest
class LayoutTest extends ServiceTest {

    private static final List<String> DISTRIBUTED = List.of(
            "coverage",
            "explanation",
            "fact",
            "figure_value",
            "filing",
            "finding",
            "obligation",
            "obligation_version",
            "refused_attempt",
            "refused_attempt_rule",
            "revision",
            "revision_version");

    private static final List<String> REFERENCE = List.of(
            "agency",
            "agency_contact",
            "agency_version",
            "category",
            "category_version",
            "cycle",
            "cycle_version",
            "district",
            "district_version",
            "label",
            "place",
            "place_within",
            "published_series",
            "series",
            "usual_figure");

    private static final List<String> LOCAL = List.of(
            "data_change",
            "data_version",
            "event",
            "flyway_schema_history",
            "idempotency_key",
            "issued_token",
            "receipt_key",
            "receipt_signing_key",
            "reminder",
            "reminder_run",
            "sandbox_evidence",
            "sandbox_report",
            "sandbox_revision",
            "revalidation",
            "revalidation_change",
            "webhook",
            "webhook_delivery");

    @Test
    void everyTableHasItsPlace() throws SQLException {
        assertThat(texts("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"))
                .containsExactlyInAnyOrderElementsOf(join(DISTRIBUTED, REFERENCE, LOCAL));
    }

    @Test
    void everyUniqueKeyOfDistributedTablesHasTheAgency() throws SQLException {
        List<String> without = texts("""
                select i.indexrelid::regclass::text
                from pg_index i
                join pg_class c on c.oid = i.indrelid
                where i.indisunique and c.relname = any('{%s}')
                  and not exists (select from pg_attribute a
                                  where a.attrelid = c.oid and a.attname = 'agency' and a.attnum = any(i.indkey))""".formatted(String.join(",", DISTRIBUTED)));

        assertThat(without).isEmpty();
    }

    @Test
    void distributedTablesReferToEachOtherByAgency_orToReferenceTables() throws SQLException {
        List<String> references = texts("""
                select f.conrelid::regclass || ' ' || f.confrelid::regclass || ' '
                       || (select string_agg(a.attname, ' ' order by a.attnum) from pg_attribute a
                           where a.attrelid = f.conrelid and a.attnum = any(f.conkey))
                from pg_constraint f
                where f.contype = 'f'""");

        assertThat(references).isNotEmpty().allMatch(reference -> {
            String[] parts = reference.split(" ", 3);
            return REFERENCE.contains(parts[1])
                    || LOCAL.contains(parts[0]) && LOCAL.contains(parts[1])
                    || DISTRIBUTED.contains(parts[0]) && DISTRIBUTED.contains(parts[1]) && parts[2].contains("agency");
        });
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
