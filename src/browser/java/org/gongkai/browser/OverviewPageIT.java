package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The overview, for everyone. */
class OverviewPageIT extends PageTest {

    /** The limit for the first view is 200 kB; a library that is not needed would show here. */
    private static final int MAX_FIRST_VIEW = 70_000;

    private static final String BYTES_OF_THE_FIRST_VIEW = """
            () => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                .reduce((sum, one) => sum + one.transferSize, 0)""";

    @Test
    void showsNumbersWithTheirCoverage() throws Exception {
        open("/?year=2024");

        Locator tiles = page.locator(".tiles > li");
        assertThat(tiles).hasCount(5);
        assertThat(tiles.nth(3)).containsText("新收申请");
        assertThat(tiles.nth(3).locator(".figure")).hasText(Pattern.compile("[0-9,]+"));
        assertThat(tiles.nth(3).locator(".coverage")).hasText(Pattern.compile("[0-9,]+/[0-9,]+ 份"));
    }

    @Test
    void keepsItsChoicesInTheAddress() throws Exception {
        open("/");

        page.locator("#year").selectOption("2023");
        assertThat(page).hasURL(Pattern.compile("[?&]year=2023"));
        String district = page.locator("#district option").nth(1).getAttribute("value");
        page.locator("#district").selectOption(district);
        assertThat(page).hasURL(Pattern.compile("[?&]district=" + district));
        isLoaded();
        page.reload();

        isLoaded();
        assertThat(page.locator("#year")).hasValue("2023");
        assertThat(page.locator("#district")).hasValue(district);
    }

    @Test
    void isInTheLanguageOfTheReader() throws Exception {
        open("/");

        button("English").click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(heading()).hasText("Overview");
        assertThat(page).hasURL(Pattern.compile("[?&]lang=en"));
    }

    @Test
    void tellsWhyThereIsNoAnswer() throws Exception {
        open("/?district=990000");

        Locator problem = page.locator(".problem").first();
        assertThat(problem).containsText("990000");
        assertThat(problem).containsText("请求编号");
    }

    @Test
    void goesOnAfterALostConnection() throws Exception {
        open("/");

        cutConnection(true);
        page.locator("#year").selectOption("2022");
        assertThat(page.locator(".problem").first()).containsText("无法连接服务");
        cutConnection(false);
        while (page.locator(".problem button").count() > 0) {
            page.locator(".problem button").first().click();
        }

        isLoaded();
        assertThat(page.locator(".problem")).hasCount(0);
        assertThat(page.locator(".tiles .figure").first()).isVisible();
    }

    @Test
    void isReachedWithTheKeyboard() throws Exception {
        open("/");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#year")).isFocused();
        page.keyboard().press("ArrowDown");

        assertThat(page.locator("#year")).isFocused();
    }

    @Test
    void leavesRoomOnATelephone() throws Exception {
        openForOffice("/");

        fits(TELEPHONE_WIDTH);

        assertThat(page.locator(".masthead").boundingBox().height).isLessThan(OFFICE_HEIGHT / 5.0);
    }

    @Test
    void isSmall() throws Exception {
        open("/");

        int bytes = ((Number) page.evaluate(BYTES_OF_THE_FIRST_VIEW)).intValue();

        assertThat(bytes).isBetween(10_000, MAX_FIRST_VIEW);
    }

    @Test
    void printsWithoutControls() throws Exception {
        open("/");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

        assertThat(page.locator(".masthead nav")).isHidden();
        assertThat(page.locator(".source")).isVisible();
        assertThat(page.pdf(new Page.PdfOptions().setFormat("A4"))).startsWith("%PDF".getBytes());
    }
}
