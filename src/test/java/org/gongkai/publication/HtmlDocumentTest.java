package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.Contents;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlDocumentTest {

    private static final RealReport REPORT = ReportFiles.of("350128-gov", 2023);

    /** The paragraphs of a section, joined by line feeds, are the text again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n\n",
                "一行",
                "\n首行空，末行空\n",
                "一\n二\n\n\n三",
                "　　全角缩进\n  半角  空格 \n\t制表符\u00A0不间断",
                "一\r\n二\r三",
                "<script>alert(1)</script> & &amp; &#13; \"引号\" '单引号' ]]> <!-- -->",
                "</p></section><h2>二、不是标题</h2>",
                "𠮷野家\uFEFF\u200B\u2028",
                "=1+1\n@SUM(A1)\n_x0041_"
            })
    void keepsTextsExactly(String text) {
        for (RealReport report : List.of(REPORT, ReportFiles.of("350128-gov", 2019))) {
            Contents contents = Pages.contents(withTexts(report, text));

            Document page = Pages.page(OfficialDocument.of("某某局", contents, Pages.DATED));

            List<FormNode> sections = contents.form().texts();
            assertThat(sections).hasSize(3).allSatisfy(section -> assertThat(paragraphs(page, section.name()))
                    .isEqualTo(text));
            assertThat(page.select("script, h2 h2, section section")).isEmpty();
        }
    }

    /** Earlier releases stored such texts. */
    @Test
    void replacesUnsafeCharacters() {
        String text = "一\u0000\u0001\u000C\u001F\u007F\u0085二\uFFFE\uFFFF\uFDD0\uD800三\u202E\u2066四\t五";

        Document page =
                Pages.page(OfficialDocument.of("某\u0001局", Pages.contents(withTexts(REPORT, text)), Pages.DATED));

        assertThat(paragraphs(page, "overview"))
                .isEqualTo("一" + "\uFFFD".repeat(6) + "二" + "\uFFFD".repeat(4) + "三\uFFFD\uFFFD四\t五");
        assertThat(page.title()).startsWith("某\uFFFD局");
    }

    @Test
    void hasTheSectionsOfTheForm() {
        Document page = Pages.page(Pages.document(REPORT));

        assertThat(page.select("h1").eachText()).containsExactly("某某局2023年政府信息公开工作年度报告");
        assertThat(page.title()).isEqualTo("某某局2023年政府信息公开工作年度报告");
        assertThat(page.select("section > h2").eachText())
                .containsExactly(
                        "一、总体情况",
                        "二、主动公开政府信息情况",
                        "三、收到和处理政府信息公开申请情况",
                        "四、政府信息公开行政复议、行政诉讼情况",
                        "五、存在的主要问题及改进情况",
                        "六、其他需要报告的事项");
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void linksEveryNumberToItsHeadings() {
        Document page = Pages.page(Pages.document(REPORT));

        assertThat(page.select("td")).hasSize(200).allSatisfy(number -> assertThat(headings(page, number))
                .isNotEmpty()
                .doesNotContain(""));
        assertThat(headings(page, number(page, "proactiveDisclosure", 13, 0)))
                .containsExactly("第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费");
        assertThat(headings(page, number(page, "requests", 7, 2)))
                .containsExactly("申请人情况", "法人或其他组织", "科研机构", "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密");
        assertThat(headings(page, number(page, "disputes", 3, 5))).containsExactly("行政诉讼", "未经复议直接起诉", "结果维持");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("caption")).hasSize(3);
    }

    /** The page fetches nothing and runs nothing. */
    @Test
    void isSelfContained() {
        Document page = Pages.page(Pages.document(REPORT));

        assertThat(page.select("script, link, img, iframe, [src], [href], [onclick]"))
                .isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @Test
    void escapesTheTitle() {
        OfficialDocument document = OfficialDocument.of("<b>局</b>&", Pages.contents(REPORT), Pages.DATED)
                .withNote("<i>注</i>");

        Document page = Pages.page(document);

        assertThat(page.select("h1").text()).startsWith("<b>局</b>&2023年");
        assertThat(page.select(".note").text()).isEqualTo("<i>注</i>");
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertThat(Pages.bytes(HtmlDocument::write, Pages.document(REPORT)))
                .isEqualTo(Pages.bytes(HtmlDocument::write, Pages.document(REPORT)));
    }

    static RealReport withTexts(RealReport report, String text) {
        ObjectNode content = report.content().deepCopy();
        Forms.of(report.year()).orElseThrow().texts().forEach(section -> content.put(section.name(), text));
        return new RealReport(report.agency(), report.year(), content);
    }

    private static String paragraphs(Document page, String section) {
        return page.getElementById(section).select("> p").stream()
                .map(Element::wholeText)
                .collect(Collectors.joining("\n"));
    }

    /** Returns the number at the given position of its row. */
    private static Element number(Document page, String section, int row, int index) {
        return page.getElementById(section).select("tr").get(row).select("td").get(index);
    }

    private static List<String> headings(Document page, Element number) {
        return List.of(number.attr("headers").split(" ")).stream()
                .map(id -> page.getElementById(id).text())
                .toList();
    }
}
