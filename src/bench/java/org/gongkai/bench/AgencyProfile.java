package org.gongkai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kind of agency, with the usual figures of one in a district: requests, decisions, fees and documents of a year. */
enum AgencyProfile {
    GENERAL_OFFICE("政府办公室", 8, 0, 0, 0, 0, 14),
    DEVELOPMENT_REFORM("发展和改革局", 4, 120, 0, 0, 0, 5),
    EDUCATION("教育局", 6, 40, 0, 0, 900, 4),
    INDUSTRY("科技和工业信息化局", 1, 3, 1, 0, 0, 2),
    PUBLIC_SECURITY("公安局", 9, 5_200, 7_800, 420, 310, 2),
    CIVIL_AFFAIRS("民政局", 3, 35, 1, 0, 0, 3),
    JUSTICE("司法局", 1, 6, 0, 0, 0, 1),
    FINANCE("财政局", 2, 2, 1, 0, 120, 3),
    HUMAN_RESOURCES("人力资源和社会保障局", 5, 90, 12, 0, 260, 3),
    NATURAL_RESOURCES("自然资源局", 26, 640, 38, 4, 5_400, 5),
    ENVIRONMENT("生态环境局", 4, 75, 60, 9, 14, 1),
    HOUSING("住房和城乡建设局", 18, 380, 45, 2, 2_300, 4),
    URBAN_MANAGEMENT("城市管理和综合执法局", 7, 520, 1_100, 85, 340, 2),
    TRANSPORT("交通运输局", 4, 430, 210, 12, 0, 2),
    WATER("水利局", 2, 55, 9, 1, 480, 2),
    AGRICULTURE("农业农村局", 8, 140, 26, 2, 0, 3),
    COMMERCE("商务和粮食局", 1, 30, 2, 0, 0, 1),
    CULTURE("文化旅游广电体育局", 2, 60, 11, 0, 0, 1),
    HEALTH("卫生健康局", 5, 730, 95, 3, 35, 2),
    VETERANS("退役军人事务局", 1, 0, 0, 0, 0, 1),
    EMERGENCY("应急管理局", 2, 85, 70, 6, 0, 2),
    AUDIT("审计局", 1, 0, 1, 0, 0, 0),
    MARKET("市场监督管理局", 11, 9_300, 460, 24, 18, 2),
    STATISTICS("统计局", 1, 0, 2, 0, 0, 0),
    MEDICAL_INSURANCE("医疗保障局", 1, 0, 14, 0, 0, 2),
    FORESTRY("林业局", 2, 160, 22, 1, 75, 1),
    PETITIONS("信访局", 2, 0, 0, 0, 0, 0),
    APPROVAL("行政审批服务局", 2, 2_900, 0, 0, 0, 2),
    DATA("数据局", 1, 0, 0, 0, 0, 1),
    OFFICE_SERVICES("机关事务服务中心", 1, 0, 0, 0, 0, 1),
    SUPPLY("供销合作社", 0, 0, 0, 0, 0, 0),
    ARCHIVES("档案局", 1, 0, 0, 0, 0, 1),
    DEMOLITION("征收安置办公室", 21, 0, 0, 0, 0, 2),
    INVESTMENT("投资促进局", 0, 0, 0, 0, 0, 1),
    STATE_ASSETS("国有资产管理局", 1, 0, 0, 0, 0, 1),
    FIRE("消防救援局", 1, 190, 55, 8, 0, 0),
    TAX("税务局", 3, 310, 230, 17, 0, 0),
    SUBDISTRICT("街道办事处", 6, 4, 9, 1, 0, 0),
    TOWN("镇人民政府", 4, 60, 4, 1, 0, 1),
    TOWNSHIP("乡人民政府", 2, 35, 1, 0, 0, 0),
    ZONE("园区管理委员会", 3, 9, 0, 0, 0, 2);

    private static final List<AgencyProfile> LOCAL = List.of(SUBDISTRICT, TOWN, TOWN, TOWNSHIP, ZONE);

    final String title;
    final double requests;
    final double licences;
    final double penalties;
    final double measures;
    final double fees;
    final double documents;

    /**
     * Defines a kind of agency.
     *
     * @param fees in CNY 10,000
     */
    AgencyProfile(
            String title,
            double requests,
            double licences,
            double penalties,
            double measures,
            double fees,
            double documents) {
        this.title = title;
        this.requests = requests;
        this.licences = licences;
        this.penalties = penalties;
        this.measures = measures;
        this.fees = fees;
        this.documents = documents;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the kind of the agency at a position in a district: first one of each department, then those of towns.
     */
    static AgencyProfile at(int place) {
        List<AgencyProfile> departments = Arrays.stream(values())
                .filter(profile -> !LOCAL.contains(profile))
                .toList();
        return place < departments.size()
                ? departments.get(place)
                : LOCAL.get((place - departments.size()) % LOCAL.size());
    }
}
