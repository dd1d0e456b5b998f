package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

/** The review, for the office. The office decides on all reports. */
class ReviewPageIT extends PageTest {

    private static final int YEAR = 2024;
    /** A decision in the first moments after a report has appeared does not count. */
    private static final int READING_MILLISECONDS = 1_000;

    @Override
    Site chooseSite() throws IOException {
        return Site.shared(Map.of("GONGKAI_REVIEW_MODE", "manual"));
    }

    @Test
    void isForTheOfficeOnly() throws Exception {
        TestAgency agency = site.newAgency();
        open("/review");

        logIn(site.service().token(agency.code()));

        assertThat(page.locator("main")).containsText("您的令牌不是主管部门的");
        assertThat(queue()).hasCount(0);
    }

    @Test
    void acceptsAReport() throws Exception {
        TestAgency agency = withReport();
        page.clock().install();
        openForOffice("/review?agency=" + agency.code());

        page.locator("a.open").click();
        assertThat(heading()).hasText(agency.name() + " 2024 年度报告");
        assertThat(page.locator("gk-statutory-form table").first()).isVisible();
        hasBeenRead();
        accept().click();

        assertThat(message()).containsText("已通过：" + agency.name() + " 2024 年度报告。队列已全部审核");
        assertThat(page.locator("main")).containsText("没有待审核的报告");
        assertThat(revision(agency)).containsEntry("status", "ACCEPTED");
    }

    @Test
    void asksBeforeItAcceptsAReportWithOpenWarnings() throws Exception {
        TestAgency agency = withOpenWarning();
        openReport(agency);

        assertThat(page.locator(".finding-items .open")).containsText(new String[] {"机关尚未说明"});
        accept().click();
        page.locator("#decision-comment").fill("请在下一年度补充说明");
        button("确认通过").click();

        assertThat(message()).containsText("已通过");
        assertThat(decision(agency)).containsEntry("comment", "请在下一年度补充说明");
    }

    @Test
    void showsAReportBesideThatOfLastYear() throws Exception {
        TestAgency agency = withOpenWarning();
        openReport(agency);

        assertThat(page.locator(".finding-items")).not().containsText(Pattern.compile("[^0-9A-Z]-[0-9]"));
        page.locator(".finding-head a").first().click();
        assertThat(page.locator("td.warning span:focus")).hasCount(1);
        assertThat(page.locator("td.warning .other").first()).containsText("上年（2023 年）报告");
        button("回到提示").click();
        assertThat(page.locator(".finding-head a").first()).isFocused();
        page.locator("#base").selectOption("none");

        assertThat(page).hasURL(Pattern.compile("base=none"));
        assertThat(page.locator("td .other")).hasCount(0);
    }

    @Test
    void returnsAReport() throws Exception {
        TestAgency agency = withReport();
        openReport(agency);

        button("退回…").click();
        button("确认退回").click();
        assertThat(page.locator("#decision-missing")).hasText("退回须写明意见。");
        comment().fill("表二与上年不衔接");
        button("确认退回").click();

        assertThat(message()).containsText("已退回");
        assertThat(revision(agency)).containsEntry("status", "RETURNED");
        assertThat(decision(agency)).containsEntry("comment", "表二与上年不衔接");
    }

    @Test
    void returnsAReportWithCommentsAtCells() throws Exception {
        TestAgency agency = withOpenWarning();
        openReport(agency);

        button("退回…").click();
        comment().fill("请按各处意见修改");
        button("将提示填到各处").click();
        assertThat(page.locator(".cell-comment textarea").first()).not().hasValue("");
        int warnings = page.locator(".cell-comment").count();
        page.locator("#cell-comment-place").fill("没有这一处");
        button("添加").click();
        assertThat(page.locator("#cell-comment-unknown")).hasText("请从列表中选择一处。");
        page.locator("#cell-comment-place").fill("一、总体情况");
        button("添加").click();
        assertThat(page.locator(".cell-comment textarea").last()).isFocused();
        page.keyboard().type("请补充机构概况");
        button("确认退回").click();

        assertThat(message()).containsText("已退回");
        assertThat((List<?>) decision(agency).get("comments")).hasSize(warnings + 1);
    }

    @Test
    void listsReportsInForceWhoseWarningsOpenedAgain() throws Exception {
        TestAgency agency = withOpenWarning();
        decide(agency, YEAR, "ACCEPT");
        openForOffice("/review?status=REOPENED&agency=" + agency.code());

        assertThat(page.locator("main")).containsText("没有这样的报告");
        assertThat(page.locator("#review-status")).hasValue("REOPENED");
    }

    @Test
    void decidesOnMany() throws Exception {
        TestAgency first = withReport();
        TestAgency second = withReport();
        openForOffice("/review");

        choose(first).check();
        choose(second).check();
        button("通过…").click();
        button("确认通过").click();
        assertThat(page.locator("dialog [role=status]")).containsText("成功 2 份，未成功 0 份");
        button("关闭").click();

        assertThat(message()).hasText("已处理 2 份。");
        assertThat(choose(first)).hasCount(0);
        assertThat(revision(first)).containsEntry("status", "ACCEPTED");
        assertThat(revision(second)).containsEntry("status", "ACCEPTED");
    }

    @Test
    void withdrawsAReport() throws Exception {
        TestAgency agency = withReport();
        decide(agency, YEAR, "ACCEPT");
        openReport(agency);

        button("撤回生效的第 1 版").click();
        button("确认撤回").click();
        assertThat(page.locator("#ask-missing")).hasText("须写明理由。");
        page.locator("#ask-reason").fill("报告含个人信息");
        button("确认撤回").click();

        assertThat(message()).containsText("已撤回：" + agency.name());
        assertThat(page.locator(".report-facts")).containsText("已撤回");
        assertThat(revision(agency)).containsEntry("status", "WITHDRAWN");
    }

    @Test
    void tellsWhyADecisionIsRefused() throws Exception {
        TestAgency agency = withReport();
        openReport(agency);

        button("退回…").click();
        comment().fill("\u200B");
        button("确认退回").click();
        isRefused("应为 1 至 2000 字的文字");
        assertThat(comment()).hasValue("\u200B");
        comment().fill("请重报");
        button("确认退回").click();

        assertThat(message()).containsText("已退回");
        assertThat(decision(agency)).containsEntry("comment", "请重报");
    }

    @Test
    void doesNotDecideASecondTime() throws Exception {
        TestAgency agency = withReport();
        openReport(agency);
        button("退回…").click();
        comment().fill("请重报");

        decide(agency, YEAR, "ACCEPT");
        button("确认退回").click();
        assertThat(page.locator(".decision-bar .notice")).containsText("没有提交：这份报告的情况已经变化");
        assertThat(comment()).hasValue("请重报");
        button("查看现在的情况").click();

        assertThat(page.locator(".report-facts")).containsText("生效");
        assertThat(revision(agency)).containsEntry("status", "ACCEPTED");
    }

    @Test
    void keepsTheInputWhenTheTokenExpires() throws Exception {
        TestAgency agency = withReport();
        openReport(agency);
        button("退回…").click();
        comment().fill("请重报");

        expireToken();
        button("确认退回").click();
        logInAgain();
        assertThat(comment()).hasValue("请重报");
        button("确认退回").click();

        assertThat(message()).containsText("已退回");
        assertThat(decision(agency)).containsEntry("comment", "请重报");
    }

    @Test
    void keepsTheInputWhenTheConnectionIsLost() throws Exception {
        TestAgency agency = withReport();
        openReport(agency);
        button("退回…").click();
        comment().fill("请重报");

        cutConnection(true);
        button("确认退回").click();
        assertThat(page.locator(".problem")).containsText("无法连接服务");
        assertThat(comment()).hasValue("请重报");
        cutConnection(false);
        button("确认退回").click();

        assertThat(message()).containsText("已退回");
        assertThat(decision(agency)).containsEntry("comment", "请重报");
    }

    @Test
    void isUsedWithTheKeyboard() throws Exception {
        TestAgency first = withReport();
        TestAgency second = withReport();
        openForOffice("/review?agency=350128-page");
        page.locator("a.open[data-key='" + first.code() + "/2024']").focus();

        page.keyboard().press("Enter");
        assertThat(heading()).containsText(first.name());
        assertThat(heading()).isFocused();
        isLoaded();
        page.keyboard().press("r");
        assertThat(comment()).isFocused();
        page.keyboard().type("ajk");
        page.keyboard().press("Control+Enter");

        assertThat(message()).containsText("已退回：" + first.name() + " 2024 年度报告");
        assertThat(heading()).not().containsText(first.name());
        assertThat(decision(first)).containsEntry("comment", "ajk");
        assertThat(revision(second)).containsEntry("status", "SUBMITTED");
        page.keyboard().press("q");
        assertThat(queue()).isVisible();
        assertThat(message()).isEmpty();
    }

    @Test
    void isAccessibleAndFits() throws Exception {
        TestAgency agency = withOpenWarning();
        openForOffice("/review");
        isAccessible();
        fits(TELEPHONE_WIDTH);
        page.locator("[data-key='" + agency.code() + "/2024']").click();
        isLoaded();
        button("退回…").click();

        isAccessible();
        fits(TELEPHONE_WIDTH);
        fits(OFFICE_WIDTH);
    }

    @Test
    void printsWithoutControls() throws Exception {
        TestAgency agency = withOpenWarning();
        openReport(agency);

        print();

        assertThat(heading()).containsText(agency.name());
        assertThat(page.locator("gk-statutory-form table").first()).isVisible();
        assertThat(page.locator(".finding-items .open").first()).isVisible();
        assertThat(page.locator(".decision-bar")).isHidden();
        assertThat(page.locator("#base")).isHidden();
    }

    /** Returns an agency whose report on 2024 has no open warnings. */
    private TestAgency withReport() throws Exception {
        TestAgency agency = site.newAgency();
        submit(agency, "350128-finance", YEAR);
        return agency;
    }

    /** Returns an agency whose report on 2024 does not follow from that on 2023, which is in force. */
    private TestAgency withOpenWarning() throws Exception {
        TestAgency agency = site.newAgency();
        submit(agency, "350128-transport", YEAR - 1);
        decide(agency, YEAR - 1, "ACCEPT");
        submit(agency, "350128-transport", YEAR);
        return agency;
    }

    /** Submits a real report. A sum of money makes it differ from those of other agencies. */
    private void submit(TestAgency agency, String source, int year) throws Exception {
        ObjectNode content = ReportFiles.of(source, year).content().deepCopy();
        content.withObject("/proactiveDisclosure")
                .put("administrativeFees", agency.code().hashCode() & 0xFFFF);
        site.service()
                .submitter(agency.code())
                .contentType(ContentType.JSON)
                .body(content.toString())
                .put("/api/v1/reports/{agency}/{year}", agency.code(), year)
                .then()
                .statusCode(201);
    }

    private void decide(TestAgency agency, int year, String decision) throws Exception {
        site.office()
                .body(Map.of("revision", 1, "decision", decision))
                .post("/api/v1/reports/{agency}/{year}/decisions", agency.code(), year)
                .then()
                .statusCode(200);
    }

    private void openReport(TestAgency agency) throws Exception {
        page.clock().install();
        openForOffice("/review/" + agency.code() + "/2024?agency=" + agency.code());
        assertThat(page.locator("gk-statutory-form table").first()).isVisible();
        hasBeenRead();
    }

    private void hasBeenRead() {
        assertThat(accept()).isVisible();
        page.clock().fastForward(READING_MILLISECONDS);
    }

    private Locator queue() {
        return page.locator("table.review-queue");
    }

    private Locator choose(TestAgency agency) {
        return page.getByLabel("选择 " + agency.name() + " 2024");
    }

    private Locator accept() {
        return page.locator("[aria-keyshortcuts=A]");
    }

    private Locator comment() {
        return page.locator("#decision-comment");
    }

    private Locator message() {
        return page.locator(".review-message");
    }

    private Map<String, Object> revision(TestAgency agency) throws Exception {
        return site.office()
                .get("/api/v1/reports/{agency}/{year}/revisions/1", agency.code(), YEAR)
                .jsonPath()
                .getMap("");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> decision(TestAgency agency) throws Exception {
        return (Map<String, Object>) revision(agency).get("decision");
    }
}
