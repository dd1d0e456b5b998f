package org.gongkai.form.statutory;

import org.gongkai.form.Counts;
import org.gongkai.form.Item;
import org.gongkai.form.Unit;

/**
 * The annual report on government information disclosure in the trial format of 2019 (国办公开办函〔2019〕60号), used for the
 * report years 2019 and 2020. A figure that is counted as in the format of 2021 has the same name at the same place.
 *
 * @param overview section 一, free text
 * @param proactiveDisclosure section 二, the table of information disclosed on the organ's own initiative (Art. 20)
 * @param requests section 三, the table of requests received and handled
 * @param disputes section 四, the table of reconsideration and litigation
 * @param problemsAndImprovements section 五, free text
 * @param otherMatters section 六, free text
 */
public record AnnualReport2019(
        @Item(ordinal = "一、", zh = "总体情况", en = "Overview") String overview,

        @Item(ordinal = "二、", zh = "主动公开政府信息情况", en = "Proactive disclosure of government information")
        ProactiveDisclosure2019 proactiveDisclosure,

        @Item(ordinal = "三、", zh = "收到和处理政府信息公开申请情况", en = "Requests received and handled") @Counts(Unit.REQUEST)
        Requests2019 requests,

        @Item(
                ordinal = "四、",
                zh = "政府信息公开行政复议、行政诉讼情况",
                en = "Administrative reconsideration and litigation over disclosure")
        @Counts(Unit.CASE)
        Disputes disputes,

        @Item(ordinal = "五、", zh = "存在的主要问题及改进情况", en = "Main problems and improvements")
        String problemsAndImprovements,

        @Item(ordinal = "六、", zh = "其他需要报告的事项", en = "Other matters to report")
        String otherMatters) {}
