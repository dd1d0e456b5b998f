package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scoreboard, for the office and for each agency. */
class ScoreboardPageIT extends PageTest {

    @Test
    void leadsToTheListBehindANumber() throws Exception {
        openForOffice("/scoreboard?from=2024&to=2024&district=350128&groupBy=year");
        Locator missing = rows().first()
                .locator("td")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='state=MISSING']")));
        String count = missing.textContent().strip();

        missing.locator("a").click();

        assertThat(page).hasURL(Pattern.compile("/progress\\?year=2024&place=350128"));
        assertThat(page.locator("gk-obligation-list gk-pager [role=status]")).containsText("共 " + count + " 条");
    }

    @Test
    void isGroupedAndSorted() throws Exception {
        openForOffice("/scoreboard?groupBy=year");

        Locator agency = page.locator("input[name=groupBy][value=agency]");
        agency.focus();
        page.keyboard().press("Space");
        assertThat(page).hasURL(Pattern.compile("groupBy=year,agency"));
        assertThat(agency).isFocused();
        missing().click();

        assertThat(page).hasURL(Pattern.compile("sort=-missing"));
        assertThat(page.locator("th[aria-sort=descending]")).containsText("未报");
        assertThat(missing()).isFocused();
    }

    @Test
    void isAlwaysGrouped() throws Exception {
        openForOffice("/scoreboard");

        page.locator("input[name=groupBy][value=district]").click();

        assertThat(page.locator("input[name=groupBy][value=district]")).isChecked();
        assertThat(rows().first()).isVisible();
    }

    @Test
    void explainsEveryNumber() throws Exception {
        openForOffice("/scoreboard");

        int numbers = page.locator("gk-scoreboard thead th.number").count();
        assertThat(page.locator(".meanings dt")).hasCount(numbers);
        page.locator("input[name=groupBy][value=rule]").check();

        assertThat(page.locator("gk-scoreboard thead th.number")).hasCount(3);
        assertThat(page.locator(".meanings dt")).hasCount(3);
    }

    @Test
    void isDownloaded() throws Exception {
        openForOffice("/scoreboard?groupBy=category");

        Download csv = page.waitForDownload(() -> button("导出 CSV").click());

        assertThat(Files.readString(csv.path())).contains("expected", "finance");
    }

    @Test
    void showsAnAgencyItsOwnNumbers() throws Exception {
        open("/scoreboard?groupBy=agency");

        logIn(site.service().token("350128-finance"));

        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText("财政金融局");
        assertThat(rows().locator("td a")).hasCount(0);
    }

    @Test
    void tellsWhyTheNumbersAreRefused() throws Exception {
        openForOffice("/scoreboard?district=999999");

        isRefused("district");
        page.locator("#district").selectOption("350128");

        assertThat(rows().first()).isVisible();
    }

    @Test
    void goesOnAfterTheTokenHasExpired() throws Exception {
        openForOffice("/scoreboard");

        expireToken();
        page.locator("#from").selectOption("2024");
        logInAgain();

        assertThat(page.locator("#from")).hasValue("2024");
        assertThat(rows().first()).isVisible();
    }

    private Locator missing() {
        return page.locator("gk-scoreboard thead button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^未报$")));
    }

    private Locator rows() {
        return page.locator("gk-scoreboard tbody tr");
    }
}
