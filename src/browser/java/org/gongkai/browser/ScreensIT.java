package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of every screen for accessibility and width, for everyone and for the office. */
class ScreensIT extends PageTest {

    private static final String LOGIN = "/login";

    private static final List<String> SCREENS = List.of(
            "/",
            "/explore",
            "/explore?figure=requests.newlyReceived,rates.refusal&groupBy=category,year&stats=change",
            "/agencies",
            "/agencies?name=公安",
            "/agencies/350128-police",
            "/agencies/350128-police/2023",
            "/agencies/350128-police/2023/revisions/1/receipt",
            "/consolidated?year=2022&district=350128",
            "/submit",
            "/submit/350128-agriculture/2024",
            "/progress",
            "/progress?year=2023&district=350128",
            "/rules",
            "/rules?year=2020&severity=WARNING",
            "/review",
            "/registry",
            "/carry-over",
            "/explanations",
            "/scoreboard",
            "/audit",
            "/webhooks",
            LOGIN);

    /** Further addresses that show something to the office only. */
    private static final List<String> OFFICE_SCREENS = List.of(
            "/progress?year=2020",
            "/progress?year=2023&state=all&kind=DEPARTMENT&open=1",
            "/rules?tab=preview&years=2023&changes=T3-BALANCE_OFF,FIGURE-JUMP_ERROR_minFactor_2",
            "/rules?tab=revalidations",
            "/review?status=ACCEPTED&sort=-warnings",
            "/review/350128-finance/2024",
            "/review/350128-transport/2024?base=none",
            "/registry?code=350128-finance",
            "/registry?new=1",
            "/registry?import=1",
            "/registry?tab=districts&parent=430200",
            "/registry?tab=districts&code=350128",
            "/registry?tab=categories",
            "/registry?tab=categories&code=finance",
            "/carry-over?from=2023&order=difference",
            "/scoreboard?groupBy=year,agency&sort=-missing",
            "/scoreboard?groupBy=rule",
            "/audit?type=CYCLE_OPENED&order=oldest");

    static Stream<String> screens() {
        return SCREENS.stream().flatMap(ScreensIT::inBothLanguages);
    }

    static Stream<String> officeScreens() {
        return Stream.concat(SCREENS.stream().filter(path -> !path.equals(LOGIN)), OFFICE_SCREENS.stream())
                .flatMap(ScreensIT::inBothLanguages);
    }

    private static Stream<String> inBothLanguages(String path) {
        return Stream.of(path, path + (path.contains("?") ? "&" : "?") + "lang=en");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void isAccessibleAndFits(String path) throws Exception {
        open(path);

        fits(OFFICE_WIDTH);
        fits(TELEPHONE_WIDTH);
        isAccessible();
    }

    @ParameterizedTest
    @MethodSource("officeScreens")
    void isAccessibleAndFits_forTheOffice(String path) throws Exception {
        openForOffice(path);

        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agencies-of-nothing", "/explore/x"})
    void saysThatThereIsNoOtherPage(String path) throws Exception {
        page.navigate(site.url(path));

        assertThat(page.getByRole(AriaRole.HEADING)).containsText("没有这个页面");
    }
}
