package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentJsonTest {

    private static final int REPORTS = 200;

    static List<ReportFiles.RealReport> reports() {
        return ReportFiles.all();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void writesRealReportsAsTheCanonicalizerDoes(ReportFiles.RealReport file) throws IOException {
        assertCanonical(Contents.of(file.year(), Forms.of(file.year()).orElseThrow(), file.content(), Set.of()));
    }

    @Test
    void writesRandomReportsAsTheCanonicalizerDoes() throws IOException {
        Random random = new Random(8785);
        for (int report = 0; report < REPORTS; report++) {
            Form form = report % 2 == 0 ? Forms.OF_2019 : Forms.OF_2021;
            assertCanonical(filled(form, random));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\/", "\b\t\n\u000B\f\r\u0000\u001F\u007F", "\u2028\uFEFF", "公开\uD842\uDFB7", ""})
    void writesTextsAsTheCanonicalizerDoes(String text) throws IOException {
        ObjectNode report = FilledForm.of(Forms.OF_2021, cell -> BigDecimal.ZERO);
        assertCanonical(Contents.of(2023, Forms.OF_2021, report.put("overview", text), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000001", "999999999.999999", "12.50", "100", "1E+3", "0.0", "9E+30", "9007199254740993"})
    void writesAmountsAsTheCanonicalizerDoes(BigDecimal amount) throws IOException {
        ObjectNode report = FilledForm.of(Forms.OF_2021, cell -> BigDecimal.ZERO);
        report.withObject("/proactiveDisclosure").set("administrativeFees", DecimalNode.valueOf(amount));
        assertCanonical(Contents.of(2023, Forms.OF_2021, report, Set.of()));
    }

    private static void assertCanonical(Contents contents) throws IOException {
        String json = contents.json();

        assertThat(ContentJson.writeCanonical(contents)).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
        Contents read = Contents.read(contents.year(), json);
        assertThat(read.json()).isEqualTo(json);
        assertThat(read.texts()).isEqualTo(contents.texts());
    }

    @Test
    void readsWrittenReportsByTheirLayout() throws IOException {
        String json = filled(Forms.OF_2021, new Random(1)).json();

        assertThat(new JsonLayout(Forms.OF_2021.root()).read(json, new HashMap<>(), new HashMap<>()))
                .isTrue();
    }

    /** A database of an earlier version has contents that PostgreSQL has written, with blanks and in another order. */
    @Test
    void readsReportsInAnotherLayout() throws IOException {
        Contents contents = filled(Forms.OF_2021, new Random(2));
        JsonNode tree = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(ContentJson.writeCanonical(contents));

        Contents read = Contents.read(contents.year(), tree.toPrettyString());

        assertThat(read.json()).isEqualTo(contents.json());
        assertThat(read.texts()).isEqualTo(contents.texts());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5000})
    void doesNotReadWhatBreaksOff(int length) throws IOException {
        String json = filled(Forms.OF_2021, new Random(3)).json();
        JsonLayout layout = new JsonLayout(Forms.OF_2021.root());

        assertThat(layout.read(json.substring(0, length), new HashMap<>(), new HashMap<>()))
                .isFalse();
    }

    private static Contents filled(Form form, Random random) {
        JsonNode numbers = FilledForm.of(form, cell -> number(cell, random));
        ObjectNode report = (ObjectNode) numbers;
        form.texts().forEach(section -> report.put(section.name(), text(random)));
        return Contents.of(form.firstYear(), form, report, Set.of());
    }

    private static BigDecimal number(Cell cell, Random random) {
        boolean amount = cell.figure().endsWith("Fees") || cell.figure().endsWith("Amount");
        return amount
                ? BigDecimal.valueOf((long) (random.nextDouble() * 1E15), Form.AMOUNT_DECIMALS)
                : BigDecimal.valueOf((long) (random.nextDouble() * Math.pow(10, random.nextInt(16))));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(50), 1, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
