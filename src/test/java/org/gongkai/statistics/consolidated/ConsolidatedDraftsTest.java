package org.gongkai.statistics.consolidated;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.gongkai.publication.Sheets;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts of the texts of a consolidated report. */
@QuarkusTest
class ConsolidatedDraftsTest extends ServiceTest {

    private static final String QUERY = "consolidated-reports/2023?district=350128";

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void areAbsentUnlessAskedFor() {
        file("350128-finance", "公开更新不及时。", "未收取信息处理费。");
        get(QUERY).body("drafts", nullValue());
        get(QUERY + "&format=html").body(not(containsString("草稿")));
        get(QUERY + "&drafts=maybe").statusCode(400).body("parameters[0].name", equalTo("drafts"));
    }

    @Test
    void tellTheSumsInWords_comparedWithTheYearBefore() {
        RealReport finance = ReportFiles.of("350128-finance", 2024);
        putInForce(new RealReport(
                "350128-finance", 2023, with(finance, Map.of("/proactiveDisclosure/licensingDecisions", 10))));
        putInForce(new RealReport(
                "350128-finance", 2024, with(finance, Map.of("/proactiveDisclosure/licensingDecisions", 15))));
        putInForce(new RealReport(
                "350128-market", 2024, with(finance, Map.of("/proactiveDisclosure/licensingDecisions", 1000))));

        get("consolidated-reports/2024?district=350128&drafts=true")
                .statusCode(200)
                .body("drafts.overview", startsWith("【草稿】2024年，平潭"))
                .body("drafts.overview", containsString("作出行政许可决定 1015 件（按 1 个部门的可比口径，比上年增加 5 件，增长 50%）"))
                .body("drafts.overview", containsString("比上年的增减，按两年均已汇总的 1 个部门计算"))
                .body("drafts.compared", equalTo(1))
                .body("report.overview", equalTo(""));
        get("consolidated-reports/2023?district=350128&drafts=true")
                .body("drafts.overview", containsString("作出行政许可决定 10 件，"))
                .body("drafts.compared", equalTo(0));
    }

    @Test
    void nameTheProblemsThatMostDepartmentsName_andQuoteThem() {
        file("350128-finance", "存在的不足：政策解读形式单一。下一步将编制问答。", "未收取信息处理费。");
        file("350128-market", "问题：重要政策解读偏少；部分栏目更新不及时。已建立定期核对机制。", "本年收取信息处理费3940元。");
        file("350128-approval", "详见原报告第五部分。", "无其他需要报告的事项。");

        get(QUERY + "&drafts=true")
                .body(
                        "drafts.problemsAndImprovements",
                        startsWith("【草稿】已读取的 3 份年度报告中，写明存在的问题的 2 份。\n1. 政策解读不足（2 个部门提及）"))
                .body("drafts.problemsAndImprovements", containsString("“部分栏目更新不及时”（平潭综合实验区市场监督管理局）"))
                .body("drafts.problemsAndImprovements", containsString("改进情况：2 个部门写明了改进措施"))
                .body("drafts.problemsAndImprovements", not(containsString("详见")))
                .body("drafts.otherMatters", containsString("说明未收取的 1 份，说明已收取或者情况需核实的 1 份，没有说明的 1 份"))
                .body("drafts.otherMatters", containsString("“本年收取信息处理费3940元”"))
                .body("drafts.textsRead", equalTo(3));
    }

    @Test
    void standInDocuments_markedAsDrafts() {
        file("350128-finance", "公开更新不及时。", "未收取信息处理费。");
        get(QUERY + "&drafts=true&format=html")
                .statusCode(200)
                .body(containsString("第一、五、六部分为草稿"))
                .body(containsString("【草稿】2023年"));
        for (String format : new String[] {"docx", "pdf", "xlsx"}) {
            get(QUERY + "&drafts=true&format=" + format).statusCode(200);
        }
    }

    private static void file(String agency, String problems, String matters) {
        putInForce(new RealReport(
                agency,
                2023,
                with(
                        ReportFiles.of(agency, 2023),
                        Map.of("/problemsAndImprovements", problems, "/otherMatters", matters))));
    }

    private static ObjectNode with(RealReport report, Map<String, ?> members) {
        return Sheets.with(report.content(), members);
    }
}
