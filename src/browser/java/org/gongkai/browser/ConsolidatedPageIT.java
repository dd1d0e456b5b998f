package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The consolidated report of a district, for everyone. */
class ConsolidatedPageIT extends PageTest {

    private static final String PINGTAN_2022 = "/consolidated?year=2022&district=350128";

    @Test
    void marksWhatDiffersFromTheReportOfTheGovernment() throws Exception {
        open(PINGTAN_2022);

        List<Object> differences = site.service()
                .request()
                .get("/api/v1/consolidated-reports/2022?district=350128")
                .jsonPath()
                .getList("comparison[0].cells");
        assertThat(differences).isNotEmpty();
        assertThat(page.locator(".statutory td[class*='mark-']")).hasCount(differences.size());
    }

    @Test
    void showsTheSumsOfTheDistrict() throws Exception {
        open("/consolidated?year=2023&district=350128");

        JsonPath consolidated = site.service()
                .request()
                .get("/api/v1/consolidated-reports/2023?district=350128")
                .jsonPath();
        assertThat(page.locator("#cell-requests-newlyReceived-total"))
                .hasText(consolidated.getString("report.requests.newlyReceived.total"));
        assertThat(page.locator(".tiles"))
                .containsText(Pattern.compile("%s ?/ ?%s"
                        .formatted(
                                consolidated.getString("coverage.reports"),
                                consolidated.getString("coverage.expected"))));
    }

    @Test
    void draftsTheTextsOnDemand_forTheOffice() throws Exception {
        open("/consolidated?year=2023&district=350128&drafts=true");
        assertThat(page.locator(".drafts")).hasCount(0);

        openForOffice("/consolidated?year=2023&district=350128");
        assertThat(page.locator(".drafts")).not().containsText("【草稿】");

        page.locator(".drafts button").click();

        assertThat(page).hasURL(Pattern.compile("[?&]drafts=true"));
        assertThat(page.locator(".drafts")).containsText("【草稿】2023年");
        assertThat(page.locator(".drafts")).containsText("未经审定");
    }

    @Test
    void followsTheChoosers() throws Exception {
        open(PINGTAN_2022);

        page.locator("#year").selectOption("2023");

        assertThat(page).hasURL(Pattern.compile("[?&]year=2023"));
        isLoaded();
        assertThat(page.locator("main")).containsText("2023 年汇总表");
    }

    @Test
    void tellsWhyThereIsNoAnswer() throws Exception {
        open("/consolidated?year=2023&district=990000");

        assertThat(page.locator(".problem").first()).containsText("990000");
    }

    @Test
    void printsWithoutControls() throws Exception {
        open(PINGTAN_2022);

        print();

        assertThat(page.locator(".masthead nav")).isHidden();
        assertThat(page.locator(".statutory").first()).isVisible();
    }
}
