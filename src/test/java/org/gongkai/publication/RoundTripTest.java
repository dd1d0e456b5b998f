package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.Unit;
import org.gongkai.form.statutory.Forms;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A report that is written as HTML and imported again is the same report: every figure, and every text to the letter.
 */
class RoundTripTest {

    private static final int REPORTS = 300;
    private static final int YEARS = 5;

    /** Texts that look like something else: headings, tables, references, markup, blanks, and unusual characters. */
    private static final List<String> PIECES = List.of(
            "二、主动公开政府信息情况",
            "六、其他需要报告的事项",
            "目录",
            "第二十条第（一）项",
            "总计 0 0 0 0 0 0 0",
            "本年新收12件",
            "2019年",
            "# 注",
            "|",
            "<table><tr><td>1</td></tr></table>",
            "</p></section>",
            "&amp;",
            "&#13;",
            "\"'",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "  ",
            "\u3000",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "⼀⼆⾏",
            "𠮷",
            "e\u0301");

    static List<RealReport> reports() {
        return ReportFiles.all();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void restoresEveryRealReport(RealReport report) throws UnreadableDocument {
        Form form = Forms.of(report.year()).orElseThrow();
        assertRestored(Contents.of(report.year(), form, report.content(), Set.of()));
    }

    @Tag("thorough")
    @Test
    void restoresRandomReports() throws UnreadableDocument {
        Random random = new Random(20_260_101);
        for (int report = 0; report < REPORTS; report++) {
            assertRestored(filled(report % 2 == 0 ? Forms.OF_2019 : Forms.OF_2021, random));
        }
    }

    private static void assertRestored(Contents contents) throws UnreadableDocument {
        byte[] page = Pages.bytes(HtmlDocument::write, OfficialDocument.of("某某局", contents, Pages.DATED));

        Transcript read = Transcriber.transcribe(page, DocumentType.HTML, null);

        assertThat(read.agencyName()).contains("某某局");
        assertThat(read.year()).contains(contents.year());
        assertThat(read.form()).isSameAs(contents.form());
        Contents again = Contents.of(contents.year(), contents.form(), read.report(), Set.of());
        assertThat(again.texts()).isEqualTo(contents.texts());
        assertThat(ContentHash.of(again))
                .as("%s, read as %s", contents.json(), again.json())
                .isEqualTo(ContentHash.of(contents));
        assertThat(read.issues().stream().filter(issue -> !isExpected(issue)).toList())
                .isEmpty();
    }

    /**
     * Checks that an issue is expected: an empty text is reported, and in the 2019 form an amount with its unit in the
     * cell.
     */
    private static boolean isExpected(Issue issue) {
        return issue.kind() == IssueKind.BLANK || issue.kind() == IssueKind.ANNOTATED;
    }

    private static Contents filled(Form form, Random random) {
        ObjectNode report = FilledForm.of(form, cell -> number(cell, form, random));
        for (FormNode section : form.texts()) {
            report.put(section.name(), text(random));
        }
        int year = form.firstYear() + (form == Forms.OF_2019 ? random.nextInt(2) : random.nextInt(YEARS));
        return Contents.of(year, form, report, Set.of());
    }

    private static BigDecimal number(Cell cell, Form form, Random random) {
        if (random.nextInt(3) > 0) {
            return BigDecimal.ZERO;
        }
        Figure figure = form.figure(cell.figure()).orElseThrow();
        if (figure.unit() == Unit.TEN_THOUSAND_YUAN) {
            return BigDecimal.valueOf((long) (random.nextDouble() * 1E9), random.nextInt(Form.AMOUNT_DECIMALS + 1));
        }
        BigDecimal count = BigDecimal.valueOf((long) Math.pow(2, random.nextDouble() * 53));
        return figure.signed() && random.nextBoolean() ? count.negate() : count;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining(random.nextBoolean() ? "" : "汉字"));
    }
}
