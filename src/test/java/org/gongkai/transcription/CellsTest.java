package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.form.statutory.Forms;
import org.gongkai.testing.ReportFiles;
import org.gongkai.text.Text;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Confidence;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;
import org.gongkai.transcription.table.SourceReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed variants of single cells and rows. */
class CellsTest {

    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";
    private static final String FEES = "/proactiveDisclosure/administrativeFees";
    private static final String PAGE = new PrintedReport(
                    Forms.OF_2021, ReportFiles.of("430212-finance", 2023).content(), "某某局2023年政府信息公开工作年度报告")
            .html();

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                 0,   BLANK
            '&nbsp;',           0,   BLANK
            '/',                0,   NONE
            '—',                0,   NONE
            '无',               0,   NONE
            '不适用',           0,   NOT_APPLICABLE
            '22（其中修订 16 件）', 22, ANNOTATED
            '55（含自然失效29件）', 55, ANNOTATED
            '3件',              3,   ANNOTATED
            '1,234',            1234,
            '１２',             12,
            '12.5',             ,    UNREADABLE
            '约三件',           ,    MISSING
            'abc',              ,    UNREADABLE
            '123456789012345678901234', , UNREADABLE
            '1 2',              ,    UNREADABLE
            """)
    void readsCounts(String printed, Integer read, IssueKind issue) throws Exception {
        assertRead(LICENCES, row("行政许可", printed), read == null ? null : read.toString(), issue);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '5949.088667',      5949.088667,
            '5949.09万元',      5949.09,
            '251000元',         25.1,    CONVERTED
            '3575394432.52元',  357539.443252, CONVERTED
            '0元',              0,       CONVERTED
            """)
    void readsAmounts(String printed, String read, IssueKind issue) throws Exception {
        assertRead(FEES, row("行政事业性收费", printed), read, issue);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .gone { display: none }                            | <p class=gone>4521</p>            |
            tr .struck, .x { text-decoration: line-through; }  | 4521<span class=struck>1</span>   |
            <!-- sup.note{vertical-align:super} -->            | 4521<b><i class=note>1</i></b>    | 45211
            span.note{vertical-align:super}                    | 4521<span class=note>1</span>     |
            @media print { .gone { display: none } }           | <p class=gone>4521</p>            | 4521
            .gone:hover { display: none }                      | <p class=gone>4521</p>            | 4521
            @import 'a.css'; #n { visibility: hidden }         | <p id=n>4521</p>                  |
            .gone { color: red } } .gone { /* no */ }          | <p class=gone>4521</p>            | 4521
            """)
    void doesNotReadCellsThatAStyleSheetMayChange(String styleSheet, String cell, String read) throws Exception {
        String page = "<style>" + styleSheet + "</style>" + row("行政许可", cell);

        assertRead(LICENCES, page, read, read == null ? IssueKind.UNREADABLE : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4521<span style="color: #FFFFFF">9</span>                        |
            4521<span style="color:rgba(0, 0, 0, 0)">9</span>                |
            4521<font color=white>9</font>                                   |
            4521<span style="position:absolute;left:-9999px">9</span>        |
            4521<span style="position:relative;top:-3.0pt">1</span>          |
            4521<span style="vertical-align:text-top">1</span>               |
            4521<div style="height:0;overflow:hidden">9</div>                |
            4521<span style="unicode-bidi:bidi-override;direction:rtl">12</span> |
            <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>                 |
            <span style="background:url(4521.png)"></span>                   |
            4521<span style="color: #333333; position: relative">1</span>    | 45211
            4521<p style="text-indent:-2em"></p>                             | 4521
            4521<ruby><rt>1</rt></ruby>                                      | 4521
            4521<span style="display: none ! important; display: inline">9</span> | 4521
            """)
    void doesNotReadTextThatMayNotBeSeenAsItIsWritten(String cell, String read) throws Exception {
        assertRead(LICENCES, row("行政许可", cell), read, read == null ? IssueKind.UNREADABLE : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            （单位：元）     | 12.5     | CONVERTED
            （元）           | 12.5     | CONVERTED
            /元              | 12.5     | CONVERTED
            ，单位为人民币元 | 12.5     | CONVERTED
            （单位：万元）   | 125000   |
            （以千元计）     |          | UNREADABLE
            （单位：亿元）   |          | UNREADABLE
            ''               | 125000   | GUESSED
            """)
    void readsAmountsInTheUnitOfTheirHead(String unit, String read, IssueKind issue) throws Exception {
        String page = row("行政事业性收费", "125000").replace("本年收费金额（单位：万元）", "本年收费金额" + unit);

        assertRead(FEES, page, read, issue);
    }

    @Test
    void aMissingTotalIsAddedUpAndReported() throws Exception {
        String page = PAGE.replaceFirst(
                "(一、本年新收政府信息公开申请数量</p></td>)(<td>.*?</td>){7}",
                "$1<td>2</td><td>1</td><td></td><td></td><td></td><td></td><td></td>");

        Transcript transcript = read(page);

        assertThat(transcript.report().at("/requests/newlyReceived/total").asInt())
                .isEqualTo(3);
        assertThat(transcript.issues())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .contains(new Issue(
                        "/requests/newlyReceived/total",
                        IssueKind.GUESSED,
                        new Text("总计未填，按各项之和 3 计", "The total is not printed; the sum 3 was used")));
        assertThat(transcript.sources())
                .filteredOn(source -> source.pointer().startsWith("/requests/newlyReceived/"))
                .extracting(SourceReference::confidence)
                .contains(Confidence.READ, Confidence.GUESSED)
                .hasSize(7);
    }

    @Test
    void onlyTheRowOfRulesMayBeMissing() throws Exception {
        Transcript rules = read(PAGE.replaceFirst("<tr><td rowspan=3><p>规章.*?</tr>", ""));
        Transcript penalties = read(PAGE.replaceFirst("<tr><td rowspan=3><p>行政处罚.*?</tr>", ""));

        assertThat(rules.report().at("/proactiveDisclosure/rules/inForce").isNumber())
                .isTrue();
        assertThat(kinds(rules)).containsExactly(IssueKind.GUESSED);
        assertThat(penalties
                        .report()
                        .at("/proactiveDisclosure/penaltyDecisions")
                        .isMissingNode())
                .isTrue();
        assertThat(kinds(penalties)).containsExactly(IssueKind.MISSING);
    }

    @Test
    void rowsThatAreNotInTheFormAreReported() throws Exception {
        Transcript transcript = read(PAGE.replaceFirst(
                "<tr><td rowspan=3><p>（四）无法提供",
                "<tr><td>小计</td><td>4</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>4</td></tr>"
                        + "<tr><td rowspan=3><p>（四）无法提供"));

        assertThat(kinds(transcript)).containsExactly(IssueKind.UNPLACED);
    }

    @Test
    void extraCellsFromMergedHeadingsAreIgnored() throws Exception {
        String page = PAGE.replaceFirst(
                "(四、结转下年度继续办理</p></td>)(<td>.*?</td>){7}",
                "$1" + "<td></td><td></td><td>5</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>5</td>");

        Transcript transcript = read(page);

        assertThat(transcript
                        .report()
                        .at("/requests/carriedForward/naturalPerson")
                        .asInt())
                .isEqualTo(5);
        assertThat(transcript.issues()).isEmpty();
    }

    @Test
    void ambiguousCellsAreLeftOut() throws Exception {
        String page = PAGE.replaceFirst(
                "(四、结转下年度继续办理</p></td>)(<td>.*?</td>){7}",
                "$1" + "<td></td><td></td><td>5</td><td></td><td></td><td></td><td></td><td></td><td></td>");

        Transcript transcript = read(page);

        assertThat(transcript.report().at("/requests/carriedForward")).isEmpty();
        assertThat(kinds(transcript)).containsExactly(IssueKind.AMBIGUOUS);
    }

    @Test
    void reportsAYearWithAnotherForm() throws Exception {
        Transcript transcript = read(PAGE.replace("2023年", "2020年"));

        assertThat(transcript.year()).contains(2020);
        assertThat(transcript.form()).isSameAs(Forms.OF_2021);
        assertThat(kinds(transcript)).containsExactly(IssueKind.OTHER_FORM);
    }

    private static String row(String label, String printed) {
        return PAGE.replaceFirst("(<td rowspan=3><p>" + label + "</p></td>)<td>.*?</td>", "$1<td>" + printed + "</td>");
    }

    private static void assertRead(String pointer, String page, String read, IssueKind issue) throws Exception {
        Transcript transcript = read(page);

        if (read == null) {
            assertThat(transcript.report().at(pointer).isMissingNode()).isTrue();
        } else {
            assertThat(transcript.report().at(pointer).decimalValue()).isEqualByComparingTo(read);
        }
        assertThat(kinds(transcript)).isEqualTo(issue == null ? List.of() : List.of(issue));
    }

    private static List<IssueKind> kinds(Transcript transcript) {
        return transcript.issues().stream().map(Issue::kind).toList();
    }

    private static Transcript read(String page) throws UnreadableDocument {
        return Transcriber.transcribe(page.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, null);
    }
}
