package org.gongkai.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTableTest {

    private record Note(
            String agency, short year, @SqlType("jsonb") String fullText, Instant writtenAt) {}

    private static final RecordTable<Note> NOTES = RecordTable.of("note", Note.class, "agency", "year");

    @Test
    void insertsEveryColumn() {
        assertThat(NOTES.insert().sql())
                .isEqualTo("insert into note (agency, year, full_text, written_at)"
                        + " select agency, year, full_text::jsonb, written_at"
                        + " from unnest(?::text[], ?::bigint[], ?::text[], ?::timestamptz[])"
                        + " as v (agency, year, full_text, written_at)");
        assertThat(NOTES.insertOrUpdate("full_text").sql())
                .endsWith(" on conflict (agency, year) do update set full_text = excluded.full_text");
    }

    @Test
    void updatesSomeColumnsByKey() {
        BatchUpdate<Note> update = NOTES.update("full_text");

        assertThat(update.sql())
                .isEqualTo("update note t set full_text = v.full_text::jsonb"
                        + " from unnest(?::text[], ?::bigint[], ?::text[]) as v (agency, year, full_text)"
                        + " where t.agency = v.agency and t.year = v.year");
        assertThat(update.arguments()).hasSize(3);
        assertThatThrownBy(() -> NOTES.update("text")).hasMessage("Table note has no column text");
    }

    @Test
    void deletesRowsOfAnotherTableByKey() {
        assertThat(NOTES.deleteFrom(RecordTable.of("attachment", Note.class)).sql())
                .isEqualTo("delete from attachment t using unnest(?::text[], ?::bigint[]) as v (agency, year)"
                        + " where t.agency = v.agency and t.year = v.year");
    }

    @Test
    void selectsColumnsOrExpressionsInstead() {
        assertThat(NOTES.select("n", Map.of("full_text", "null")))
                .isEqualTo("n.agency, n.year, null as full_text, n.written_at");
    }
}
