package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document from which a report is read, beside the form. */
class DocumentViewIT extends PageTest {

    private static final String PUBLISHED = "/api/v1/reports/350128-police/2024?format=";
    private static final String ADDRESS = "/submit/%s/2024";
    private static final String TOTAL = "requests-newlyReceived-total";

    /** The figures of the form, and the headings of three texts. */
    private static final int FIGURES = 203;

    /** Tells whether an element can be seen in the frame that scrolls. */
    private static final String IS_IN_SIGHT = """
            (mark) => {
                const [inner, outer] = [mark, mark.closest('.document-scroll')].map((one) => one.getBoundingClientRect());
                return inner.top >= outer.top && inner.bottom <= outer.bottom;
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf"})
    void followsTheFormAndLeadsBack(String format) throws Exception {
        read(format, "");
        assertThat(marks()).hasCount(FIGURES);

        cell(TOTAL).focus();
        assertThat(current()).hasCount(1);
        assertThat(current()).hasAttribute("aria-label", Pattern.compile("政府信息公开申请数量，总计.*原文"));
        assertThat(current().evaluate(IS_IN_SIGHT)).isEqualTo(true);

        Locator penalties = mark("行政处罚");
        penalties.scrollIntoViewIfNeeded();
        penalties.click();
        assertThat(cell("proactiveDisclosure-penaltyDecisions")).isFocused();
        assertThat(current()).hasAttribute("aria-label", Pattern.compile("行政处罚"));
        isAccessible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf"})
    void isReachedByTheKeyboard(String format) throws Exception {
        read(format, "");
        cell("requests-newlyReceived-naturalPerson").focus();

        page.keyboard().press("F2");
        assertThat(mark("自然人").first()).isFocused();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");

        assertThat(cell("requests-newlyReceived-commercialEnterprise")).isFocused();
        page.keyboard().press("F2");
        page.keyboard().press("F2");
        assertThat(cell("requests-newlyReceived-commercialEnterprise")).isFocused();
    }

    @Test
    void marksWhatIsUncertain() throws Exception {
        String document = new String(published("html"), StandardCharsets.UTF_8)
                .replaceFirst("(行政许可</t[hd]>\\s*<td[^>]*>)[^<]*<", "$1若干<");
        read("html", "", document.getBytes(StandardCharsets.UTF_8));

        Locator open = view().locator("button.mark.open");
        assertThat(open).hasText("若干");
        open.click();
        assertThat(cell("proactiveDisclosure-licensingDecisions")).isFocused();
        page.keyboard().type("2");

        assertThat(open).hasCount(0);
        assertThat(view().locator("button.mark.guessed")).hasText("若干");
        assertThat(page.locator("#reading")).containsText("第 1 个表格");
    }

    @Test
    void isHiddenAndShown_andKeptForAReload() throws Exception {
        read("docx", "");
        button("隐藏原文").click();
        assertThat(view()).hasCount(0);
        button("并排显示原文").click();
        assertThat(view()).isVisible();

        page.reload();
        isLoaded();

        assertThat(marks()).hasCount(FIGURES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf"})
    void fitsATelephoneInEnglish(String format) throws Exception {
        read(format, "?lang=en");
        fits(TELEPHONE_WIDTH);
        cell(TOTAL).focus();

        assertThat(view()).containsText("Inferred from sums");
        assertThat(current()).hasAttribute("aria-label", Pattern.compile("Total.*As printed"));
        assertThat(view()).isInViewport();
        assertThat(cell(TOTAL)).isInViewport();
        isAccessible();
    }

    private void read(String format, String query) throws Exception {
        read(format, query, published(format));
    }

    private void read(String format, String query, byte[] document) throws Exception {
        String agency = site.newAgency().code();
        openAsAgency(ADDRESS.formatted(agency) + query, agency);
        page.locator("#report-file").setInputFiles(new FilePayload("report." + format, "", document));
        page.locator("dialog button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("仍用于|all the same")))
                .click();
        assertThat(view()).isVisible();
    }

    private byte[] published(String format) throws Exception {
        return page.request().get(site.url(PUBLISHED + format)).body();
    }

    private Locator view() {
        return page.locator("gk-document-view");
    }

    private Locator marks() {
        return view().locator("[data-mark]");
    }

    private Locator current() {
        return view().locator("[data-mark].current");
    }

    private Locator mark(String name) {
        return view().locator("[data-mark][aria-label*='" + name + "']");
    }

    private Locator cell(String name) {
        return page.locator("#cell-" + name);
    }
}
