package org.gongkai.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "liming@lukou.gov.cn    | liming@lukou.gov.cn",
                " liming@lukou.gov.cn   | liming@lukou.gov.cn",
                "Li.Ming@LuKou.GOV.cn   | Li.Ming@lukou.gov.cn",
                "ｌｉｍｉｎｇ＠ｌｕｋｏｕ．ｇｏｖ．ｃｎ | liming@lukou.gov.cn",
                "12345678@qq.com        | 12345678@qq.com",
                "li_ming+gk@163.com     | li_ming+gk@163.com",
                "a@b-c.xn--fiqs8s       | a@b-c.xn--fiqs8s"
            })
    void foldsTheWaysToWriteAnAddress(String given, String folded) {
        assertThat(EmailAddress.folded(given).orElse(null)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "liming",
                "liming@",
                "@lukou.gov.cn",
                "liming@lukou",
                "liming@lukou..cn",
                "liming@-lukou.cn",
                "liming@127.0.0.1",
                "li..ming@lukou.gov.cn",
                "li ming@lukou.gov.cn",
                "李明@lukou.gov.cn",
                "李明<liming@lukou.gov.cn>",
                "liming@lukou.gov.cn,wangfang@lukou.gov.cn",
                "liming@lukou.gov.cn\r\nBcc: other@lukou.gov.cn",
                "=liming@lukou.gov.cn",
                "+liming@lukou.gov.cn"
            })
    void refusesOtherTexts(String given) {
        assertThat(EmailAddress.folded(given)).isEmpty();
    }

    @Test
    void limitsTheLength() {
        assertThat(EmailAddress.folded("a".repeat(64) + "@lukou.gov.cn")).isPresent();
        assertThat(EmailAddress.folded("a".repeat(65) + "@lukou.gov.cn")).isEmpty();
        assertThat(EmailAddress.folded("a@" + "lukou.".repeat(43) + "cn")).isEmpty();
    }
}
