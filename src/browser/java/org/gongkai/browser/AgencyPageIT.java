package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Agencies, their reports and receipts, for everyone. */
class AgencyPageIT extends PageTest {

    private static final String POLICE = "/agencies/350128-police";

    @Test
    void areFoundByName() throws Exception {
        open("/agencies");

        page.locator("main input[type=search]").fill("公安");
        page.keyboard().press("Enter");
        page.locator("main table a")
                .filter(new Locator.FilterOptions().setHasText("公安"))
                .first()
                .click();

        assertThat(page).hasURL(Pattern.compile(POLICE));
        assertThat(heading()).containsText("公安局");
    }

    @Test
    void showsTheLastPageInsteadOfOneThatDoesNotExist() throws Exception {
        open("/agencies?page=9999");

        assertThat(page.locator("main table tbody tr").first()).isVisible();
        assertThat(page.locator("gk-pager")).containsText(Pattern.compile("第 [0-9,–]+ 条"));
    }

    @Test
    void showsYearsAndFiguresBesideMedians() throws Exception {
        open(POLICE);

        assertThat(page.locator("main")).containsText("2023");
        assertThat(page.locator("gk-line-chart")).hasCount(6);
        Locator data = page.locator("gk-line-chart details").first();
        data.locator("summary").click();
        assertThat(data.locator("table")).isVisible();
        assertThat(data.locator("thead")).containsText("中位数");
    }

    @Test
    void showsAReportInTheOfficialLayout() throws Exception {
        open(POLICE + "/2023");

        String received = site.service()
                .request()
                .get("/api/v1/reports/350128-police/2023")
                .jsonPath()
                .getString("requests.newlyReceived.total");
        assertThat(page.locator("#cell-requests-newlyReceived-total")).hasText(received);
        assertThat(page.locator("main")).containsText("第 1 版");
    }

    @Test
    void showsTheReceiptThatItsAgencyHas() throws Exception {
        open(POLICE + "/2023/revisions/1/receipt");

        assertThat(heading()).containsText("2023 年度报告回执");
        assertThat(page.locator("gk-filing-receipt")).containsText("审核通过");
        assertThat(page.locator("gk-filing-receipt")).containsText(Pattern.compile("[0-9a-f]{64}"));
        print();

        assertThat(heading()).isHidden();
        assertThat(page.locator("gk-filing-receipt")).containsText("打印时间");
    }

    @Test
    void namesFindingsAndDaysAsAnOfficeDoes() throws Exception {
        open("/agencies/430212-finance/2023");
        Locator finding = page.locator(".finding-items > li").first();
        assertThat(finding.locator(".status")).hasText("说明");
        assertThat(finding).containsText("首次报送已过期限：2024年1月31日");

        open("/agencies/430212-finance/2023?lang=en");

        assertThat(finding.locator(".status")).hasText("Note");
        assertThat(finding).containsText("31 January 2024");
        assertThat(page.locator("main .card").first())
                .containsText(Pattern.compile("submitted [0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}, [0-9]{2}:[0-9]{2}"));
    }

    @Test
    void marksNamesAsChineseOnEnglishPages() throws Exception {
        open("/agencies?lang=en");

        assertThat(page.locator("main tbody a [lang=zh-CN]").first()).isVisible();
        assertThat(page.locator("#district option[lang=zh-CN]").first()).hasText(Pattern.compile("[一-龥]+"));
    }

    @Test
    void showsTheTotalsThatARevisionMoved() throws Exception {
        open(POLICE + "/2023");

        page.locator("gk-revision-impact > details > summary").click();
        Locator cells = page.locator("gk-moved-totals details").first();
        cells.locator("summary").click();

        assertThat(page.locator("gk-revision-impact")).containsText("此前没有生效的版本");
        assertThat(cells.locator("tbody tr").first()).containsText("平潭综合实验区");
        assertThat(page.locator("gk-what-if")).hasCount(0);
    }

    @Test
    void showsTheDiagnosisToHandOver() throws Exception {
        open("/agencies/430212-finance/2023");
        Locator diagnosis = page.locator("gk-diagnosis");

        diagnosis.locator("summary").click();

        assertThat(diagnosis.locator("h3")).hasText(new String[] {"表内数字", "与往年年报", "正文与表格", "与同地区、同类机关", "雷同文字", "其他"});
        assertThat(diagnosis).containsText("表内各项数字相符");
        assertThat(diagnosis).containsText("首次报送已过期限");
        assertThat(diagnosis.locator("gk-downloads a").first()).hasAttribute("href", Pattern.compile("/diagnosis\\?"));
        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    @Test
    void worksOutWhatAChangeWouldMove_forTheOffice() throws Exception {
        openForOffice(POLICE + "/2023");

        page.locator("gk-what-if > details > summary").click();
        page.locator("#what-if-cell").selectOption("/proactiveDisclosure/licensingDecisions");
        page.locator("#what-if-value").fill("12345");
        button("加入").click();
        button("试算").click();

        Locator answer = page.locator("gk-what-if section");
        assertThat(answer).containsText("改动后可以报送");
        answer.locator("gk-moved-totals summary").first().click();
        assertThat(answer.locator("tbody tr").first()).containsText("+12,285");
    }

    @Test
    void downloadsAReport() throws Exception {
        open(POLICE + "/2023");

        Download pdf = page.waitForDownload(() -> page.locator("main a[download]")
                .filter(new Locator.FilterOptions().setHasText("PDF"))
                .click());

        assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF".getBytes());
    }

    @Test
    void tellsThatThereIsNoReport() throws Exception {
        open(POLICE + "/1990");

        assertThat(page.locator(".problem").first()).containsText("请求编号");
    }

    @Test
    void goesOnAfterALostConnection() throws Exception {
        open("/agencies");

        cutConnection(true);
        page.locator("main input[type=search]").fill("公安");
        page.keyboard().press("Enter");
        assertThat(page.locator(".problem").first()).containsText("无法连接服务");
        cutConnection(false);
        page.locator(".problem button").first().click();

        assertThat(page.locator("main table")).containsText("公安");
    }

    @Test
    void printsAReportWithoutControls() throws Exception {
        open(POLICE + "/2023");

        print();

        assertThat(page.locator(".masthead nav")).isHidden();
        assertThat(page.locator(".statutory").first()).isVisible();
    }
}
