package org.gongkai.transcription.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFurnitureTest {

    @Test
    void isWhatAWebsitePrintsAfterTheText() {
        assertThat(PageFurniture.of("本年度没有收取信息处理费。\n附件下载\n扫一扫在手机打开当前页\n【打印】【关闭】\nH5解读"))
                .isEqualTo("附件下载\n扫一扫在手机打开当前页\n【打印】【关闭】\nH5解读");
        assertThat(PageFurniture.of("无其他需要报告的事项。\n关闭")).isEqualTo("关闭");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "无。",
                "关闭政务新媒体2个，新开设1个。",
                "附件下载功能已经完善。\n本年度没有收取信息处理费。",
                "扫一扫二维码即可查阅公开指南\n全年通过二维码受理申请3件。",
                "平潭综合实验区财政局\n2024年1月20日"
            })
    void isNoText(String text) {
        assertThat(PageFurniture.of(text)).isEmpty();
    }
}
