package org.gongkai.statistics.consolidated;

import java.util.regex.Pattern;

/** A problem that reports often name, recognized by the words that they use. */
enum ProblemTopic {
    CONTENT("公开内容不够完整、规范", "不够?(全面|完整|规范|统一|一致|准确|细)|质量不高|不够高"),
    TIMELINESS("公开更新不够及时", "不及时|不够及时|滞后|偏晚|时效|更新不"),
    INTERPRETATION("政策解读不足", "解读"),
    REQUESTS("依申请公开办理有待加强", "依申请|申请|答复|说理|检索"),
    STAFF("公开意识和队伍建设有待加强", "意识|人员|队伍|业务能力|业务水平|主动性|培训"),
    PLATFORM("平台和栏目建设有待完善", "栏目|平台|网站|查找|查询|分散|散见"),
    PARTICIPATION("公众参与和互动不够", "互动|参与|覆盖面|推送"),
    VARIETY("公开形式较为单一", "单一|形式不(够|多)");

    private final String label;
    private final Pattern words;

    ProblemTopic(String label, String words) {
        this.label = label;
        this.words = Pattern.compile(words);
    }

    /** Returns its name in a draft. */
    String label() {
        return label;
    }

    /** Returns whether a sentence is about it. */
    boolean isIn(String sentence) {
        return words.matcher(sentence).find();
    }
}
