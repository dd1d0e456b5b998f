package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.testing.ServiceTest;
import org.gongkai.text.EqualText;
import org.junit.jupiter.api.Test;

/** Tests that Java and SQL define the same equality of texts. */
@QuarkusTest
class EqualTextInSqlTest extends ServiceTest {

    /**
     * The blocks with characters of Chinese texts. The Unicode versions of Java and of PostgreSQL differ in others, which
     * one of them does not know yet.
     */
    private static final int[][] BLOCKS = {
        {0x0001, 0x08FF}, {0x1680, 0x1680}, {0x1800, 0x180F}, {0x2000, 0x23FF}, {0x2460, 0x25FF}, {0x2800, 0x2800},
        {0x2E80, 0x33FF}, {0x4E00, 0x4E7F}, {0x9FA0, 0x9FA5}, {0xF900, 0xFAFF}, {0xFE00, 0xFFFD}, {0x1D7CE, 0x1D7FF},
        {0x2F800, 0x2FA1D}, {0xE0100, 0xE01EF}
    };

    private static IntStream characters() {
        return Stream.of(BLOCKS)
                .flatMapToInt(block -> IntStream.rangeClosed(block[0], block[1]))
                .filter(Character::isDefined);
    }

    @Test
    void isTheSameForEveryCharacter() throws SQLException {
        List<String> texts = characters()
                .mapToObj(character -> "渌A" + Character.toString(character) + "口1")
                .toList();

        assertThat(inSql(texts)).isEqualTo(texts.stream().map(EqualText::key).toList());
    }

    private List<String> inSql(List<String> texts) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(
                        "select comparable_text(t) from unnest(?) with ordinality as x (t, n) order by n")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            List<String> keys = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }
}
