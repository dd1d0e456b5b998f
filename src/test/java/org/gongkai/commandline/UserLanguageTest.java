package org.gongkai.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;

class UserLanguageTest {

    @Test
    void theEnvironmentDecides_inTheOrderOfPosix() {
        assertThat(UserLanguage.of(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.ZH);
        assertThat(UserLanguage.of(Map.of("LANG", "en_US.UTF-8"))).isEqualTo(Language.EN);
        assertThat(UserLanguage.of(Map.of("LANG", "zh_CN.UTF-8", "LC_MESSAGES", "C")))
                .isEqualTo(Language.EN);
        assertThat(UserLanguage.of(Map.of("LC_ALL", "zh_TW", "LC_MESSAGES", "C", "LANG", "C")))
                .isEqualTo(Language.ZH);
        assertThat(UserLanguage.of(Map.of("LC_ALL", "", "LANG", "zh_CN"))).isEqualTo(Language.ZH);
    }
}
