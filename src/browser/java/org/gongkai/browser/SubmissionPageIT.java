package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screens with which an agency fills in and submits its reports. What they submit waits, and is withdrawn. */
class SubmissionPageIT extends PageTest {

    /** Agencies without a report of the year. Tests that submit one have an agency of their own, or another year. */
    private static final String AGENCY = "350128-agriculture";

    private static final String SUBMITTING = "350128-market";
    private static final String CORRECTING = "350128-social";
    private static final String OTHER_AGENCY = "350128-police";
    private static final int YEAR = 2024;
    private static final int CELLS = 200;

    private static final String PASTE = """
            (input, text) => {
                const clipboardData = new DataTransfer();
                clipboardData.setData('text/plain', text);
                input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }""";

    /** The draft of this browser as a report, with another text. */
    private static final String ZEROS = """
            () => {
                const draft = JSON.parse(Object.values(localStorage)[0]);
                const report = { ...draft.texts, overview: '本年收到政府信息公开申请5件。' };
                const computed = [...document.querySelectorAll('td.computed input')].map((total) => [total.id.replaceAll('-', '/'), total.value]);
                for (const [pointer, text] of [...Object.entries(draft.entries), ...computed]) {
                    const path = pointer.split('/').slice(1);
                    const last = path.pop();
                    path.reduce((part, name) => (part[name] ??= {}), report)[last] = Number(text);
                }
                return report;
            }""";

    private static final String EXPIRED = """
            {"type": "/problems/unauthenticated", "title": "-", "status": 401,
             "detail": "-", "instance": "-", "requestId": "-"}""";

    @Test
    void submitsExplainsAndWithdraws() throws Exception {
        openAsAgency("/submit", SUBMITTING);
        page.getByLabel("开始填报 " + YEAR).click();
        button("带入上年结转").click();
        assertThat(cell("requests-carriedOver-total")).hasValue(Pattern.compile("[0-9]+"));
        assertThat(cell("requests-newlyReceived-total")).hasValue("");

        restWithZeros();
        assertThat(bar()).containsText("已填 " + CELLS + "/" + CELLS);
        submit();
        assertThat(receipt()).containsText("待审核");
        assertThat(receipt()).containsText(Pattern.compile("[0-9a-f]{64}"));
        assertThat(page.locator("#receipt-title")).isFocused();

        page.locator(".report-findings textarea").first().fill("机构改革后不再承担该项职责。");
        button("报送说明").click();
        assertThat(page.locator(".report-findings")).containsText("提示，已说明");
        printsTheReceipt();

        button("撤回…").click();
        page.locator("#ask-reason").fill("数字有误");
        page.locator("dialog button[type=submit]").click();
        assertThat(receipt()).containsText("已撤回");
        assertThat(receipt()).containsText("数字有误");
    }

    /** A report of zeros is a nil return only if the agency says so. */
    @Test
    void statesANilReturn() throws Exception {
        String agency = site.newAgency().code();
        openAsAgency(address(agency, YEAR), agency);
        button("填零报告").click();
        assertThat(bar()).containsText("已填 " + CELLS + "/" + CELLS);
        button("报送…").click();
        page.locator("dialog input[name=nil]").check();
        page.locator("dialog button[type=submit]").click();

        assertThat(receipt()).containsText("本机关声明本年度没有需要报告的数据");
    }

    /** Documents that are in force do not end because nothing happens in a year. */
    @Test
    void computesTheDocumentsInForceFromThoseOfLastYear() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        String lastYear = String.valueOf(site.service()
                .request()
                .get("/api/v1/reports/" + AGENCY + "/" + (YEAR - 1))
                .jsonPath()
                .getInt("proactiveDisclosure.normativeDocuments.inForce"));
        button("填零报告").click();
        Locator inForce = cell("proactiveDisclosure-normativeDocuments-inForce");
        assertThat(inForce).hasValue(lastYear);

        cell("proactiveDisclosure-normativeDocuments-issued").fill("2");

        assertThat(inForce).hasValue(String.valueOf(Integer.parseInt(lastYear) + 2));
        assertThat(page.locator("#checks")).not().containsText("现行有效件数");
    }

    @Test
    void sendsTheReasonsThatWereTypedInTheForm() throws Exception {
        String agency = site.newAgency().code();
        openAsAgency(address(agency, YEAR), agency);
        button("从空表开始").click();
        restWithZeros();
        page.locator("#cell-overview").fill("本年收到政府信息公开申请5件。");

        Locator reason = page.locator(".report-findings textarea").first();
        reason.pressSequentially("正文误用往年数据。");
        assertThat(reason).hasValue("正文误用往年数据。");
        submit();

        assertThat(page.locator(".report-findings")).containsText("正文误用往年数据。");
        assertThat(page.locator(".report-findings")).containsText("提示，已说明");
    }

    private void printsTheReceipt() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(receipt()).containsText("打印时间");
        assertThat(heading()).isHidden();
        assertThat(button("打印回执")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void showsFindingsAndSuggestionsAtTheCells() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        button("从空表开始").click();
        cell("requests-newlyReceived-naturalPerson").evaluate(PASTE, "3\t0\t0\t0\t0\t0\t4");

        Locator total = cell("requests-newlyReceived-total");
        assertThat(total).hasAttribute("aria-invalid", "true");
        assertThat(bar()).containsText("错误 1");
        restWithZeros();
        cell("requests-carriedForward-naturalPerson").fill("3");
        assertThat(bar()).containsText("错误 2");
        button("报送…").click();
        assertThat(bar()).containsText("还有 2 处错误");
        isAccessible();

        page.locator("td", new Page.LocatorOptions().setHas(total))
                .locator(".suggestion")
                .click();
        assertThat(total).hasValue("3");
        assertThat(total).isFocused();
        assertThat(bar()).containsText("错误 0");
    }

    @Test
    void addsUpTheTotalsThatNobodyHasEntered() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        button("从空表开始").click();
        restWithZeros();

        Locator total = cell("requests-newlyReceived-total");
        cell("requests-newlyReceived-naturalPerson").fill("3");
        assertThat(total).hasValue("3");
        assertThat(total).hasAttribute("title", "由本页合计");
        assertThat(bar()).containsText("错误 2");
        assertThat(page.locator(".suggestion")).hasCount(0);
        cell("requests-outcomes-disclosed-otherOrganization").fill("2");
        assertThat(cell("requests-outcomes-total-total")).hasValue("2");
        cell("disputes-reconsideration-upheld").fill("1");
        assertThat(cell("disputes-reconsideration-total")).hasValue("1");

        total.fill("7");
        cell("requests-newlyReceived-naturalPerson").fill("4");
        assertThat(total).hasValue("7");
        total.fill("");
        assertThat(total).hasValue("");
        cell("requests-newlyReceived-naturalPerson").focus();
        assertThat(total).hasValue("4");
    }

    @Test
    void isFilledInLikeASpreadsheet() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        button("从空表开始").click();

        cell("proactiveDisclosure-rules-issued").focus();
        page.keyboard().type("12");
        page.keyboard().press("ArrowRight");
        assertThat(cell("proactiveDisclosure-rules-repealed")).isFocused();
        page.keyboard().press("Enter");
        assertThat(cell("proactiveDisclosure-normativeDocuments-repealed")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Shift+Enter");
        assertThat(cell("proactiveDisclosure-rules-issued")).isFocused();

        cell("requests-newlyReceived-otherOrganization").evaluate(PASTE, "1\t1\r\n二\t1,234\t9\r\n");
        assertThat(cell("requests-newlyReceived-total")).hasValue("1");
        assertThat(cell("requests-carriedOver-otherOrganization")).hasAttribute("aria-invalid", "true");
        assertThat(bar()).containsText("已粘贴 4 格，另有 1 格超出表格");
        button("撤销").click();
        assertThat(cell("requests-newlyReceived-total")).hasValue("");
        assertThat(cell("proactiveDisclosure-rules-issued")).hasValue("12");
    }

    @ParameterizedTest
    @CsvSource({
        "proactiveDisclosure-licensingDecisions, 9007199254740992, 9007199254740993, '9,007,199,254,740,992'",
        "proactiveDisclosure-administrativeFees, 999999999.999999, 1000000000, '999,999,999.999999'"
    })
    void tellsTheLargestNumberOfACell(String cell, String largest, String tooLarge, String text) throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        button("从空表开始").click();

        cell(cell).fill(tooLarge);
        assertThat(page.locator(".report-findings")).containsText("数值过大：最大为 " + text);
        assertThat(cell(cell)).hasAttribute("aria-invalid", "true");
        cell(cell).fill(largest);

        assertThat(page.locator("#checks")).containsText("没有发现问题");
    }

    @Test
    void readsADocumentAndAsksAboutWhatIsUncertain() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        String document = page.request()
                .get(site.url("/api/v1/reports/" + OTHER_AGENCY + "/" + YEAR + "?format=html"))
                .text()
                .replaceFirst("(行政许可</t[hd]>\\s*<td[^>]*>)[^<]*<", "$1若干<");
        page.locator("#report-file")
                .setInputFiles(new FilePayload("报告.html", "text/html", document.getBytes(StandardCharsets.UTF_8)));

        assertThat(page.locator("dialog")).containsText("文件是另一份报告");
        assertThat(button("取消")).isFocused();
        isAccessible();
        button("仍用于 ").click();
        Locator reading = page.locator("#reading");
        assertThat(reading).containsText("还有 1 处须核对");
        assertThat(reading).containsText("请补填");
        assertThat(page.locator("gk-editor-panel .notice")).containsText("有 1 格未能从原文件读出，不会填 0");
        assertThat(zeros()).hasCount(0);
        button("报送…").click();
        assertThat(cell("proactiveDisclosure-licensingDecisions")).isFocused();
        page.keyboard().type("2");

        assertThat(reading).containsText("1 处疑问均已核对");
        cell("requests-newlyReceived-total").focus();
        assertThat(page.locator("gk-editor-panel .current")).containsText("原文");
        reading.locator("summary").getByText("全部数字的出处").click();
        assertThat(reading.locator("tbody tr").first()).containsText("原文");
    }

    @Test
    void tellsThatADocumentIsTooLargeOrAPicture() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        assertThat(page.locator("#file-help")).containsText("文件不超过 10 MB");

        page.locator("#report-file")
                .setInputFiles(new FilePayload("报告.docx", "application/octet-stream", new byte[10 * 1024 * 1024 + 1]));
        assertThat(page.locator("gk-file-source .notice")).containsText("文件超过 10 MB");

        byte[] picture = HexFormat.of().parseHex("89504E470D0A1A0A0000000D49484452");
        page.locator("#report-file").setInputFiles(new FilePayload("报告.png", "image/png", picture));
        assertThat(page.locator("gk-file-source .problem")).containsText("图片不能识别，请提供 Word 或 PDF 文件");
    }

    @Test
    void keepsWhatWasEntered() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        button("从空表开始").click();
        cell("proactiveDisclosure-penaltyDecisions").fill("7");
        assertThat(page.locator("#checks")).containsText("没有发现问题");

        page.route("**/api/v1/validations", SubmissionPageIT::refuse);
        page.locator("#cell-overview").fill("总体情况");
        assertThat(page.locator("dialog")).containsText("重新登录");
        page.unroute("**/api/v1/validations");
        page.locator("#token").fill(tokenOf(AGENCY));
        page.locator("dialog button[type=submit]").click();
        assertThat(cell("proactiveDisclosure-penaltyDecisions")).hasValue("7");
        assertThat(page.locator("#checks")).containsText("没有发现问题");

        cutConnection(true);
        cell("proactiveDisclosure-licensingDecisions").fill("8");
        assertThat(page.locator("#checks")).containsText("无法连接服务");
        cutConnection(false);
        assertThat(page.locator("#checks")).containsText("没有发现问题");

        page.reload();
        assertThat(page.locator("main")).containsText("已恢复保存于本机的内容");
        assertThat(cell("proactiveDisclosure-licensingDecisions")).hasValue("8");
        assertThat(page.locator("#cell-overview")).hasValue("总体情况");
    }

    private static void refuse(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(401)
                .setContentType("application/problem+json")
                .setBody(EXPIRED));
    }

    @Test
    void tellsWhatSomebodySubmittedMeanwhile() throws Exception {
        int year = YEAR - 2;
        openAsAgency(address(CORRECTING, year), CORRECTING);
        button("从空表开始").click();
        restWithZeros();
        // All zeros with a text that does not fit wait for a decision, and are not in force.
        APIResponse stored = page.request()
                .put(
                        site.url("/api/v1/reports/" + CORRECTING + "/" + year),
                        withToken(tokenOf(CORRECTING)).setData(page.evaluate(ZEROS)));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);

        submit();
        Locator conflict = page.locator("gk-conflict");
        assertThat(conflict).containsText("第 1 版");
        assertThat(conflict.locator("tbody tr")).hasCount(1);
        button("以我的内容修改待审核的第 1 版").click();
        submit();

        assertThat(receipt()).containsText("第 2 版");
        button("撤回…").click();
        page.locator("dialog button[type=submit]").click();
        assertThat(receipt()).containsText("已撤回");
    }

    @Test
    void tellsThatTheContentIsTheSame() throws Exception {
        String agency = submitted();

        edit().click();
        submit();

        assertThat(page.locator("gk-submission > .loaded > .notice")).hasText("内容与第 1 次报送相同，未产生新的修订。");
        assertThat(receipt()).containsText("第 1 版");
        assertThat(page).hasURL(site.url(address(agency, YEAR)));
    }

    @Test
    void callsAReportAfterAReturnNoCorrection() throws Exception {
        String agency = submitted();
        site.office()
                .body(Map.of("revision", 1, "decision", "RETURN", "comment", "请核实"))
                .post("/api/v1/reports/{agency}/{year}/decisions", agency, YEAR)
                .then()
                .statusCode(200);
        openAsAgency(address(agency, YEAR), agency);

        assertThat(edit()).hasText("重新报送");
        edit().click();
        button("报送…").click();

        assertThat(page.locator("dialog")).containsText("重新报送（第 1 版已退回）");
        assertThat(page.locator("dialog")).not().containsText("更正");
    }

    @Test
    void asksForTheReasonOfACorrection_andForTheResponsiblePerson() throws Exception {
        String agency = submitted();
        site.office()
                .body(Map.of("revision", 1, "decision", "ACCEPT"))
                .post("/api/v1/reports/{agency}/{year}/decisions", agency, YEAR)
                .then()
                .statusCode(200);
        openAsAgency(address(agency, YEAR), agency);
        edit().click();
        page.locator("#cell-overview").fill("本年收到政府信息公开申请6件。");
        assertThat(bar()).containsText(Pattern.compile("错误 0，提示 [1-9]"));

        submit();
        assertThat(page.locator("#ask-missing")).hasText("须写明理由。");
        page.locator("#ask-reason").fill("更正。");
        page.locator("dialog button[type=submit]").click();
        assertThat(page.locator("dialog gk-problem")).containsText("至少要有 5 个不同的字");
        page.locator("#ask-reason").fill("申请件数误填，现予更正");
        page.locator("#approved-by").fill("李明");
        page.locator("dialog button[type=submit]").click();

        assertThat(receipt()).containsText("第 2 版");
        assertThat(receipt()).containsText("申请件数误填，现予更正");
        assertThat(receipt()).containsText("李明");
    }

    /** Returns the link to change or replace what was submitted. */
    private Locator edit() {
        return page.locator("gk-standing a[href*='edit=yes']").first();
    }

    /** Submits zeros with a text that does not fit, which wait for a decision, for an agency of its own. */
    private String submitted() throws Exception {
        String agency = site.newAgency().code();
        openAsAgency(address(agency, YEAR), agency);
        button("从空表开始").click();
        restWithZeros();
        page.locator("#cell-overview").fill("本年收到政府信息公开申请5件。");
        submit();
        assertThat(receipt()).containsText("待审核");
        return agency;
    }

    @Test
    void keepsDraftsForTheNextLoginOfTheirAgency() throws Exception {
        beginDraft();
        button("退出").click();
        assertThat(page.locator("dialog")).containsText("本机保存着 1 份尚未报送的草稿");
        isAccessible();
        page.locator("dialog button[type=submit]").click();

        assertThat(page.locator("main")).containsText("登录后继续填写");
        assertThat(button("登录").first()).isFocused();
        logIn(tokenOf(OTHER_AGENCY));
        assertThat(page.locator("main")).containsText("您登录的单位不是这个机关");
        open("/submit");
        assertThat(page.locator("main")).not().containsText("农业农村局");
        logIn(tokenOf(OTHER_AGENCY));
        assertThat(page.locator("main")).not().containsText("农业农村局");

        openAsAgency(address(AGENCY, YEAR), AGENCY);
        assertThat(cell("proactiveDisclosure-penaltyDecisions")).hasValue("7");
    }

    @Test
    void deletesDraftsAtTheLogout() throws Exception {
        beginDraft();
        button("退出").click();
        page.getByLabel("退出时从本机删除这些草稿").check();
        page.locator("dialog button[type=submit]").click();

        assertThat(button("从空表开始")).isVisible();
        assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
    }

    private void beginDraft() throws Exception {
        openAsAgency(address(AGENCY, YEAR), AGENCY);
        button("从空表开始").click();
        cell("proactiveDisclosure-penaltyDecisions").fill("7");
    }

    @Test
    void canBeTriedWithoutALogin() throws Exception {
        open("/submit");
        page.locator("#agency-name").fill("农业农村局");
        page.keyboard().press("Enter");
        page.locator("gk-agency-finder a").click();
        page.getByLabel("开始填报 " + YEAR).click();
        button("从空表开始").click();
        restWithZeros();

        assertThat(page.locator("#checks")).containsText("尚未登录");
        assertThat(page.locator(".editor-bar")).containsText("尚未核对");
        assertThat(page.locator(".editor-bar")).not().containsText("错误 0");
        button("报送…").click();
        assertThat(page.locator("dialog")).containsText("登录");
        isAccessible();
    }

    @Test
    void isEnteredByTheOffice() throws Exception {
        open(address(AGENCY, YEAR - 2));
        logIn(site.officeToken());

        isLoaded();
        assertThat(heading()).containsText("农业农村局");
        assertThat(button("撤回…")).hasCount(0);
    }

    private static String address(String agency, int year) {
        return "/submit/" + agency + "/" + year;
    }

    private void restWithZeros() {
        zeros().click();
    }

    private Locator zeros() {
        return page.locator("gk-editor-panel button", new Page.LocatorOptions().setHasText("格填 0"));
    }

    private void submit() {
        button("报送…").click();
        page.locator("dialog button[type=submit]").click();
    }

    private Locator cell(String name) {
        return page.locator("#cell-" + name);
    }

    private Locator bar() {
        return page.locator(".editor-bar");
    }

    private Locator receipt() {
        return page.locator(".receipt");
    }
}
