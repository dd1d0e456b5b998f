package org.gongkai.transcription.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of heads in running text. */
class RunningHeadsTest {

    private static final List<String> APPLICANTS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
    private static final List<String> RESULTS = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
    private static final String BLOCK = " 结果维持 结果纠正 其他结果 尚未审结 总计 ";

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                                                                          OF_THE_FORM
            申请人情况 总计,                                                               OF_THE_FORM
            自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计,                      OF_THE_FORM
            申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他, OF_THE_FORM
            自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务 其他 机构,        UNCLEAR
            自然人 商业企 科研机 社会公益 业 构 组织 总计,                                   UNCLEAR
            自然人 科研机构 商业企业 社会公益组织 法律服务机构 其他 总计,                      ANOTHER
            总计 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他,        ANOTHER
            法人或其他组织 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他, ANOTHER
            自然人 商业企业 科研机构 社会公益组织 其他 法律服务机构 总计,                      ANOTHER
            """)
    void comparesTheColumnsOfTable3(String heads, RunningHeads.Order order) {
        assertThat(RunningHeads.ofRequests(heads, APPLICANTS)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            本年制发件数 本年废止件数 现行有效件数, OF_THE_FORM
            本年废止件数 本年制发件数 现行有效件数, ANOTHER
            本年制发件数 现行有效件数,             UNCLEAR
            本年废止件 本年制发件 现行有效件 信息内容 数 数 数, ANOTHER
            本年制发件 信息内容 本年废止件数 现行有效件数 数, ANOTHER
            信息内容 本年 本年 现行 制发件数 废止件数 有效件数, UNCLEAR
            """)
    void comparesTheColumnsOfARow(String heads, RunningHeads.Order order) {
        assertThat(RunningHeads.of(heads, List.of("本年制发件数", "本年废止件数", "现行有效件数")))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            行政复议 行政诉讼 未经复议直接起诉 复议后起诉 # # #,                OF_THE_FORM
            行政复议 行政诉讼 # 未经复议直接起诉 复议后起诉 # #,                OF_THE_FORM
            行政复议 行政诉讼 复议后起诉 未经复议直接起诉 # # #,                ANOTHER
            # # 结果纠正 结果维持 其他结果 尚未审结 总计,                       ANOTHER
            行政复议 结果 结果 其他结 尚未 维持 纠正 果 审结 总计,               OF_THE_FORM
            行政复议 未经复议 复议后起诉 结果维持 结果纠正 总计,                 UNCLEAR
            """)
    void comparesTheBlocksAndColumnsOfTable4(String heads, RunningHeads.Order order) {
        assertThat(RunningHeads.ofDisputes(heads.replace("#", BLOCK), RESULTS)).isEqualTo(order);
    }
}
