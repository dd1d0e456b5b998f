package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

/** The ledger of requests carried over, for the office and for each agency. */
class CarryOverPageIT extends PageTest {

    private static final int YEAR = 2024;

    @Test
    void listsWhatCannotBeCompared() throws Exception {
        TestAgency agency = withReport();
        openForOffice("/carry-over?agency=" + agency.code());

        assertThat(groups()).hasCount(1);
        assertThat(groups()).containsText(agency.name());
        assertThat(table()).containsText("无法比对");
        assertThat(table()).containsText(Pattern.compile("报告未(报送|生效)"));
        page.locator("#status").focus();
        page.locator("#status").selectOption("DIFFERENT");

        assertThat(page).hasURL(Pattern.compile("status=DIFFERENT"));
        assertThat(page.locator("main")).containsText("没有符合条件的记录");
        assertThat(page.locator("#status")).isFocused();
    }

    @Test
    void findsAnAgencyByItsName_andByItsCode() throws Exception {
        TestAgency agency = withReport();
        openForOffice("/carry-over");

        for (String text : List.of(agency.name(), agency.code())) {
            page.locator("#pick-agency").fill(text);
            page.locator("#pick-agency-choices [role=option]")
                    .getByText(agency.code())
                    .click();

            assertThat(page).hasURL(Pattern.compile("agency=" + agency.code()));
            assertThat(page.locator("gk-agency-filter .chips")).containsText(agency.name());
            assertThat(groups()).hasCount(1);
            page.locator("gk-agency-filter .chips button").click();
            assertThat(page.locator("#pick-agency")).isFocused();
            assertThat(page).not().hasURL(Pattern.compile("agency="));
        }
    }

    @Test
    void isDownloaded() throws Exception {
        TestAgency agency = withReport();
        openForOffice("/carry-over?agency=" + agency.code());

        Download csv = page.waitForDownload(() -> button("导出 CSV").click());

        assertThat(Files.readString(csv.path())).contains(agency.code(), agency.name());
    }

    @Test
    void showsAnAgencyItsOwnLines() throws Exception {
        TestAgency agency = withReport();
        open("/carry-over");

        logIn(site.service().token(agency.code()));

        assertThat(groups()).hasCount(1);
        assertThat(groups()).containsText(agency.name());
        page.locator(".tabs").getByText("说明汇总").click();
        assertThat(page.locator("gk-explanations")).containsText("没有符合条件的说明");
    }

    @Test
    void asksForATokenFirst() throws Exception {
        open("/carry-over");

        assertThat(page.locator("main")).containsText("需要主管部门或单位的令牌");
        assertThat(table()).hasCount(0);
        assertThat(page.locator(".tabs")).hasCount(0);
    }

    @Test
    void sharesAnEntryOfTheNavigation() throws Exception {
        openForOffice("/carry-over");

        page.locator(".tabs").getByText("说明汇总").click();

        assertThat(page).hasURL(Pattern.compile("/explanations$"));
        assertThat(heading()).isFocused();
        Locator entry =
                page.locator(".masthead").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("台账"));
        assertThat(entry).hasAttribute("aria-current", "page");
    }

    @Test
    void tellsWhyTheLedgerIsRefused() throws Exception {
        openForOffice("/carry-over?district=999999");

        isRefused("district");
        page.locator("#district").selectOption("350128");

        assertThat(table()).isVisible();
    }

    @Test
    void goesOnAfterTheTokenHasExpired() throws Exception {
        TestAgency agency = withReport();
        openForOffice("/carry-over?agency=" + agency.code());

        expireToken();
        page.locator("#from").selectOption(String.valueOf(YEAR));
        logInAgain();

        assertThat(page.locator("#from")).hasValue(String.valueOf(YEAR));
        assertThat(groups()).containsText(agency.name());
    }

    private Locator table() {
        return page.locator("gk-ledger-table table");
    }

    private Locator groups() {
        return page.locator("gk-ledger-table tr.group");
    }

    private TestAgency withReport() throws Exception {
        TestAgency agency = site.newAgency();
        site.service()
                .submitter(agency.code())
                .contentType(ContentType.JSON)
                .body(ReportFiles.of("350128-finance", YEAR).content().toString())
                .put("/api/v1/reports/{agency}/{year}", agency.code(), YEAR)
                .then()
                .statusCode(201);
        return agency;
    }
}
