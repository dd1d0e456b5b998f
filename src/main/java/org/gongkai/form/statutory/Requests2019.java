package org.gongkai.form.statutory;

import org.gongkai.form.Corner;
import org.gongkai.form.Item;
import org.gongkai.form.Stock;

/**
 * Table 三 of the format of 2019: requests for information. Each request is counted once, under one outcome. In every
 * column, row 一 plus row 二 equals the total of row 三 plus row 四.
 *
 * @param newlyReceived row 一, requests received during the year
 * @param carriedOver row 二, requests still open when the year began; last year's row 四
 * @param outcomes row 三, the outcomes of the requests closed during the year
 * @param carriedForward row 四, requests still open when the year ended; next year's row 二
 */
@Corner("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
public record Requests2019(
        @Item(ordinal = "一、", zh = "本年新收政府信息公开申请数量", en = "Requests newly received this year")
        Applicants newlyReceived,

        @Item(ordinal = "二、", zh = "上年结转政府信息公开申请数量", en = "Requests carried over from last year")
        @Stock(opensWith = "carriedForward")
        Applicants carriedOver,

        @Item(ordinal = "三、", zh = "本年度办理结果", en = "Outcomes this year")
        Outcomes2019 outcomes,

        @Item(ordinal = "四、", zh = "结转下年度继续办理", en = "Carried forward to next year") @Stock
        Applicants carriedForward) {}
