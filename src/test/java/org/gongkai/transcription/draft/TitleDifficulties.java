package org.gongkai.transcription.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Difficulties with the name of the agency and the year. */
final class TitleDifficulties {

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final String BRACKETED = "某某县教育局（体育局）";

    private TitleDifficulties() {}

    static List<Difficulty> all() {
        List<Difficulty> all = new ArrayList<>(List.of(
                new Difficulty("title of another year above", (draft, random) -> {
                    draft.opening().add(0, title(Draft.AGENCY, draft.year() - 1));
                    draft.setContested();
                }),
                new Difficulty("title of another agency above", (draft, random) -> {
                    draft.opening().add(0, title("某某市水利局", draft.year()));
                    draft.setContested();
                }),
                new Difficulty("period of another year", (draft, random) -> {
                    draft.opening().add("本报告所列数据的统计期限自%d年1月1日起，至%<d年12月31日止。".formatted(draft.year() - 1));
                    draft.setContested();
                }),
                new Difficulty("no title", (draft, random) -> {
                    draft.opening().clear();
                    draft.setContested();
                }),
                new Difficulty("references to other years above", (draft, random) -> {
                    for (int year = draft.year() - 3; year < draft.year(); year++) {
                        draft.opening().add(0, new Draft.Reference(title(Draft.AGENCY, year)));
                    }
                }),
                new Difficulty("references to other years below the title", (draft, random) -> {
                    draft.opening().add(new Draft.Reference(title(Draft.AGENCY, draft.year() + 1)));
                    draft.opening().add(new Draft.Reference(title("某某市水利局", draft.year())));
                }),
                new Difficulty("path above", (draft, random) -> draft.opening()
                        .add(0, "您的位置：首页 > 信息公开年报 > %d年 > 正文".formatted(draft.year() - 1))),
                new Difficulty("references before and after", (draft, random) -> {
                    draft.opening().add(0, "上一篇：" + title(Draft.AGENCY, draft.year() - 1));
                    draft.opening().add(1, "下一篇：" + title(Draft.AGENCY, draft.year() + 1));
                }),
                new Difficulty("name with brackets", (draft, random) -> named(draft, BRACKETED)),
                new Difficulty(
                        "name with narrow brackets",
                        (draft, random) ->
                                named(draft, BRACKETED.replace('（', '(').replace('）', ')'))),
                new Difficulty(
                        "name with mixed brackets", (draft, random) -> named(draft, BRACKETED.replace('（', '('))),
                new Difficulty("title of another year below", (draft, random) -> {
                    draft.opening().add(title(Draft.AGENCY, draft.year() + 1));
                    draft.setContested();
                })));
        Stream.of(
                        "%s关于%d年政府信息公开工作年度报告",
                        "%s%d年度政府信息公开工作年报",
                        "%s政府信息公开%d年度报告",
                        "%s\n%d年政府信息公开工作年度报告",
                        "%s%d年\n政府信息公开工作年度报告",
                        "%s\n%d年政府信息公开工作\n年度报告",
                        "%s\n政府信息公开工作年度报告\n（%d年度）",
                        "%s\n政府信息公开工作年度报告\n（%d年1月1日至%<d年12月31日）",
                        "%s政府信息公开工作年度报告（%d）",
                        "%s%d年政府信息公开年度工作报告",
                        "%s%d年度政务公开暨政府信息公开工作年度报告",
                        "%2$d年%1$s政府信息公开工作年度报告",
                        "%2$d年度%1$s信息公开年报",
                        "关于印发《%s%d年政府信息公开工作年度报告》的通知")
                .map(form -> new Difficulty(
                        "title as " + form.replace('\n', '_'),
                        (draft, random) -> titled(draft, form.formatted(Draft.AGENCY, draft.year()))))
                .forEach(all::add);
        Stream.of("〇", "零", "○", "Ｏ")
                .map(zero -> new Difficulty(
                        "year with " + zero,
                        (draft, random) -> titled(
                                draft,
                                title(Draft.AGENCY, draft.year())
                                        .replace(Integer.toString(draft.year()), chinese(draft, zero)))))
                .forEach(all::add);
        return all;
    }

    static String title(String agency, int year) {
        return agency + year + "年政府信息公开工作年度报告";
    }

    private static void named(Draft draft, String name) {
        draft.setAgency(BRACKETED);
        titled(draft, title(name, draft.year()));
    }

    private static void titled(Draft draft, String title) {
        draft.opening().clear();
        draft.opening().addAll(Arrays.asList(title.split("\n")));
    }

    /** Returns the year in Chinese digits. */
    private static String chinese(Draft draft, String zero) {
        StringBuilder digits = new StringBuilder();
        Integer.toString(draft.year()).chars().forEach(digit -> digits.append(CHINESE_DIGITS.charAt(digit - '0')));
        return digits.toString().replace("〇", zero);
    }
}
