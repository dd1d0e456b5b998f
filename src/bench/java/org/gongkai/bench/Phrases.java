package org.gongkai.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.bench.SampleRegistry.Office;
import org.gongkai.form.statutory.Disputes;

/**
 * Generates the texts of a report: each theme with another sentence than in the year before, and only with numbers that
 * are in the tables.
 */
final class Phrases {

    private static final List<List<String>> OVERVIEW = List.of(
            List.of(
                    "坚持以公开为常态、不公开为例外，围绕中心工作及时更新机构职能、政策文件、财政预决算等栏目，重要民生信息第一时间向社会发布。",
                    "对照基本目录逐项梳理应公开事项，补齐历史缺口，统一公开时限和格式，群众最关心的办事指南全部配有流程图和材料清单。",
                    "结合年度重点任务发布工作动态与解读材料，采用图解、短视频和问答等形式，让专业性较强的文件更容易被企业和居民看懂。",
                    "把规划计划、重大项目、公共资源配置列为重点领域，明确责任科室与更新周期，逾期未更新的由办公室督促整改。"),
            List.of(
                    "规范登记、审核、办理、答复、归档各环节，疑难事项集体会商，答复文书由法制机构把关，力求内容准确、说理充分、程序合法。",
                    "畅通当面、信函和网络渠道，安排专人接待咨询，对表述不清的及时电话沟通并一次性告知补正要求，减少往返。",
                    "修订内部办理规程，明确牵头和协办科室的时限，建立典型案例库，开展文书评查，答复质量较以往有明显提高。",
                    "推行办理全程留痕，关键节点自动提醒，临近期限由分管领导督办，全部在法定期限内作出答复，没有超期情形。"),
            List.of(
                    "落实信息发布三审三校制度，公文制发时同步确定公开属性，对拟不公开的逐件说明理由并定期复核。",
                    "开展存量文件清理，按有效、失效、修订分类标注，集中公开现行有效文件，并提供可检索、可下载的版本。",
                    "健全公开前保密审查和个人信息保护机制，对历年公开内容进行隐私排查，及时遮盖不宜公开的身份证号与住址。",
                    "实行信息资源目录化管理，统一编码、统一归档，重要信息变更后同步替换旧页面，避免新旧内容并存造成误解。"),
            List.of(
                    "优化门户网站栏目层级和搜索功能，完成适老化与无障碍改造，移动端页面加载更快，留言板块按时回应。",
                    "加强政务新媒体矩阵管理，注销长期不更新的账号，主账号内容与网站同源发布，错别字和死链接每周巡检。",
                    "在政务服务大厅、图书馆、档案馆设置查阅点，配备自助终端和工作人员，为不便上网的群众提供纸质目录与代查服务。",
                    "依托集约化平台完成数据迁移和栏目归并，公开专栏与办事系统打通，同一事项一次录入、多处展示、同步更新。"),
            List.of(
                    "调整领导小组成员，召开专题会议部署全年任务，把公开工作纳入绩效考核，并将社会评议结果反馈到责任科室。",
                    "组织业务培训和以案释法，邀请法律顾问讲解条例适用，新任职人员先培训后上岗，骨干人员参加市级轮训。",
                    "每季度自查并通报情况，对发现的问题列出清单、限期销号，全年未发生因公开不当引发的责任追究。",
                    "聘请社会监督员参与评议，公布监督电话和邮箱，对反映集中的栏目逐条核实，整改结果再次向社会公示。"));

    private static final List<List<String>> PROBLEMS = List.of(
            List.of(
                    "存在的主要问题是解读形式较为单一，对政策背景和执行口径说明不够，部分文件发布后公众仍需反复咨询。",
                    "工作中仍有不足：少数科室主动公开意识不强，信息报送滞后，个别栏目更新频率与群众期待有差距。",
                    "对照要求还有短板，答复文书说理深度不均衡，跨部门事项的会商机制运转不够顺畅，人员流动影响了连续性。",
                    "主要不足在于公开内容与群众需求贴合度不高，互动回应渠道利用率偏低，数据开放的颗粒度有待细化。"),
            List.of(
                    "下一步将丰富图文和音视频解读，建立政策问答库，由起草人直接回应热点疑问，并跟踪解读效果。",
                    "改进措施包括细化任务台账，实行月调度、季评比，将报送时效列入科室考核，并对薄弱科室一对一指导。",
                    "今后将完善协同会商流程，编制文书模板与常见情形指引，组织岗位练兵，配强专兼职力量保持队伍稳定。",
                    "将广泛征集公众意见，动态调整公开清单，推进便民地图和一码查询，让信息更好找、更好懂、更好用。"));

    private final Office office;

    Phrases(Office office) {
        this.office = office;
    }

    String overview(int year, long received, Disputes disputes) {
        String requests = received == 0
                ? "%d年，%s未收到政府信息公开申请。".formatted(year, office.name())
                : "%d年，%s共收到政府信息公开申请%d件。".formatted(year, office.name(), received);
        return sentences(OVERVIEW, year) + requests + disputes(disputes);
    }

    String problems(int year) {
        return sentences(PROBLEMS, year);
    }

    String otherMatters() {
        return "本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。";
    }

    private static String disputes(Disputes disputes) {
        long litigations = disputes.litigation().direct().total()
                + disputes.litigation().afterReconsideration().total();
        return "因政府信息公开工作发生行政复议%d件，行政诉讼%d件。"
                .formatted(disputes.reconsideration().total(), litigations);
    }

    private String sentences(List<List<String>> themes, int year) {
        return IntStream.range(0, themes.size())
                .mapToObj(theme -> {
                    List<String> choice = themes.get(theme);
                    int turn = Math.floorMod(office.code().hashCode() + theme * 7 + year, choice.size());
                    return choice.get(turn);
                })
                .collect(Collectors.joining());
    }
}
