package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineMarkupTest {

    @ParameterizedTest
    @CsvSource({
        "申请<b>5</b>件, 申请5件",
        "申请<span style=\"color:red\">5</span>件, 申请5件",
        "申请&#53;件&#x3002;, 申请5件。",
        "5&lt;6&amp;7, 5<6&7",
        "&nosuch;&#99999999;, &nosuch;&#99999999;",
        "&#x110000;, &#x110000;",
        "收入<支出>结余, 收入<支出>结余",
        "<sup>$1</sup>, $1"
    })
    void isRemoved(String text, String shown) {
        assertThat(InlineMarkup.removed(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"<br>", "<BR />", "</p><p class=x>", "</td>"})
    void ofBlocksBreaksLines(String tag) {
        assertThat(InlineMarkup.removed("5" + tag + "3")).matches("5\n+3");
    }
}
