package org.gongkai.transcription.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    @ParameterizedTest
    @CsvSource({
        "某县教育局2023年政府信息公开工作年度报告, 某县教育局",
        "某县教育局 2023 年度政府信息公开年报, 某县教育局",
        "某县教育局政府信息公开2023年度报告, 某县教育局",
        "某县教育局二〇二三年政府信息公开工作年度报告, 某县教育局",
        "某县教育局二○二三年度政府信息公开工作情况报告, 某县教育局",
        "某县教育局关于2023年政府信息公开工作年度报告, 某县教育局",
        "2023年某县教育局政府信息公开工作年度报告, 某县教育局",
        "【年报】某县教育局2023年政府信息公开工作年度报告, 某县教育局",
        "附件1：某县教育局2023年政府信息公开工作年度报告, 某县教育局",
        "关于印发《某县教育局2023年政府信息公开工作年度报告》的通知, 某县教育局",
        "某县教育局(某县体育局)2023年政府信息公开工作年度报告, 某县教育局（某县体育局）",
        "120急救中心2023年政府信息公开工作年度报告, 120急救中心",
        "根据《中华人民共和国政府信息公开条例》规定，现公布某县教育局2023年政府信息公开工作年度报告。, 某县教育局",
        "按照条例要求，某县教育局特编制2023年政府信息公开工作年度报告并予以公布。, 某县教育局",
        "本报告根据条例编制，全面总结某县教育局2023年政府信息公开工作情况。, 某县教育局",
        "按照要求，某县教育局根据实际情况编制2023年度报告。, 某县教育局",
    })
    void readsATitle(String line, String agency) {
        Title title = titles(line).title();

        assertThat(title.agencyName()).contains(agency);
        assertThat(title.year()).contains(2023);
    }

    @Test
    void readsATitleOverSeveralLines() {
        Title title = titles("登录", "某县教育局", "政府信息公开工作年度报告", "（2023年度）", "发布日期：2024-01-09")
                .title();

        assertThat(title).hasToString("某县教育局2023年");
    }

    @Test
    void readsATitleThatIsBrokenInsideAWord() {
        assertThat(titles("某县教育局2023年政府", "信息公开工作年度报告").title()).hasToString("某县教育局2023年");
    }

    @ParameterizedTest
    @CsvSource({
        "根据《某市政府信息公开工作年度报告制度》编制。",
        "我局2023年政府信息公开工作情况如下。",
        "首页 > 政府信息公开年报 > 某县教育局2024年政府信息公开工作年度报告",
        "当前位置：某县教育局2024年政府信息公开工作年度报告",
    })
    void readsNoTitleInOtherLines(String line) {
        assertThat(titles(line).title()).isEqualTo(Title.NONE);
    }

    @Test
    void takesTheNearestTitle_andNamesTheOthers() {
        Titles titles = titles("某县教育局2024年政府信息公开工作年度报告", "某县档案局2023年政府信息公开工作年度报告", "某县教育局2023年政府信息公开工作年度报告");

        assertThat(titles.title()).hasToString("某县教育局2023年");
        assertThat(titles.competing()).extracting(Title::toString).containsExactly("某县档案局2023年", "某县教育局2024年");
    }

    @Test
    void aShorterFormOfTheSameTitleDoesNotCompete() {
        Titles titles = Titles.of(
                List.of("2023年政府信息公开工作年度报告_某县人民政府", "某省某县教育局2023年政府信息公开工作年度报告"), lines("某县教育局2023年政府信息公开工作年度报告"));

        assertThat(titles.competing()).isEmpty();
    }

    private static Titles titles(String... lines) {
        return Titles.of(List.of(), lines(lines));
    }

    private static List<Line> lines(String... lines) {
        return Line.of(Stream.of(lines).<Block>map(Paragraph::of).toList());
    }
}
