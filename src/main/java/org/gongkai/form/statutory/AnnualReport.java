package org.gongkai.form.statutory;

import org.gongkai.form.Counts;
import org.gongkai.form.Item;
import org.gongkai.form.Unit;

/**
 * The annual report on government information disclosure in the format of 2021 (国办公开办函〔2021〕30号), owed under
 * Articles 49 and 50 of the Regulations on Open Government Information; used for report years from 2021 on.
 *
 * @param overview section 一, free text
 * @param proactiveDisclosure section 二, the table of information disclosed on the organ's own initiative (Art. 20)
 * @param requests section 三, the table of requests received and handled
 * @param disputes section 四, the table of reconsideration and litigation
 * @param problemsAndImprovements section 五, free text
 * @param otherMatters section 六, free text; states the processing fees collected, even if there are none
 */
public record AnnualReport(
        @Item(ordinal = "一、", zh = "总体情况", en = "Overview") String overview,

        @Item(ordinal = "二、", zh = "主动公开政府信息情况", en = "Proactive disclosure of government information")
        ProactiveDisclosure proactiveDisclosure,

        @Item(ordinal = "三、", zh = "收到和处理政府信息公开申请情况", en = "Requests received and handled") @Counts(Unit.REQUEST)
        Requests requests,

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
