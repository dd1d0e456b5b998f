package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reminders on the page of the progress. */
class RemindersIT extends PageTest {

    private static final String PROGRESS = "/progress?year=2023";

    @Test
    void listsWhatIsDue_andSendsIt() throws Exception {
        TestAgency agency = onRoster();
        openForOffice(PROGRESS);
        Locator card = page.locator("gk-reminder-card");

        assertThat(card).containsText(Pattern.compile("现在应催报 [1-9][0-9,]* 件"));
        assertThat(card).containsText("邮件催报未启用");
        button("发送催报").click();

        assertThat(card.locator("p[role=status]")).containsText("已交发邮件 0 件");
        assertThat(card.locator("tbody tr").first()).containsText("未报送");
        site.office()
                .get("/api/v1/reminders/letters?year=2023&unreached=true")
                .then()
                .statusCode(200);
        assertThat(site.office().get("/api/v1/reminders/letters?year=2023").asString())
                .contains(agency.code());
    }

    @Test
    void downloadsTheLetterList() throws Exception {
        openForOffice(PROGRESS);

        Download file = page.waitForDownload(() -> button("催报名单（Word）").click());

        assertThat(file.suggestedFilename()).endsWith(".docx");
        assertThat(Files.readAllBytes(file.path())).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void showsTheLog() throws Exception {
        openForOffice(PROGRESS);

        page.locator("gk-reminder-card summary").click();

        assertThat(page.locator("gk-reminder-card details")).containsText(Pattern.compile("还没有催报|导出发送记录"));
    }

    @Test
    void isAccessible_andFitsATelephone() throws Exception {
        openForOffice(PROGRESS);
        assertThat(button("发送催报")).isVisible();

        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    private TestAgency onRoster() throws Exception {
        TestAgency agency = site.newAgency();
        site.office()
                .body(Map.of("reason", "页面测试"))
                .put("/api/v1/cycles/2023/obligations/{agency}", agency.code())
                .then()
                .statusCode(201);
        return agency;
    }
}
