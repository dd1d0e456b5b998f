package org.gongkai.filing.diagnosis;

import org.gongkai.text.Text;

/** The parts of a diagnosis, in their order. */
enum Topic {
    /** The report contradicts itself in the numbers of its tables. */
    ARITHMETIC("表内数字", "Arithmetic", "表内各项数字相符", "The numbers of the tables agree with each other"),
    /** The report contradicts the agency's earlier reports. */
    LAST_YEAR("与往年年报", "Earlier years", "与往年年报相符", "Nothing contradicts the reports of earlier years"),
    /** The text contradicts the tables, or is missing. */
    OWN_TEXT("正文与表格", "Text and tables", "正文与表格相符", "The text agrees with the tables"),
    /** Figures are far from those of other agencies of its district or its category. */
    PEERS(
            "与同地区、同类机关",
            "District and category",
            "各项数字与同地区、同类机关相比没有明显偏离",
            "No figure is far from those of the district and of the category"),
    /** Passages are the same as in another report. */
    COPIED(
            "雷同文字",
            "Equal texts",
            "未发现与上年年报或者其他机关年报相同的段落",
            "No passage is the same as in last year's report or in those of other agencies"),
    /** Powers of the agency, deadlines and everything else. */
    OTHER("其他", "Other", "没有其他事项", "Nothing else");

    private final Text heading;
    private final Text nothing;

    Topic(String zh, String en, String nothingZh, String nothingEn) {
        this.heading = new Text(zh, en);
        this.nothing = new Text(nothingZh, nothingEn);
    }

    Text heading() {
        return heading;
    }

    /** Returns the statement of a part without any content. */
    Text nothing() {
        return nothing;
    }
}
