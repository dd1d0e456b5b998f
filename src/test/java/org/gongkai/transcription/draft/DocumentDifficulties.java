package org.gongkai.transcription.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.transcription.page.Section;

/** Difficulties with the titles, headings, years and units of a document. */
final class DocumentDifficulties {

    private static final String FEES = "/proactiveDisclosure/administrativeFees";
    private static final BigDecimal YUAN = BigDecimal.valueOf(10_000);

    private DocumentDifficulties() {}

    static List<Difficulty> all() {
        List<Difficulty> all = new ArrayList<>(List.of(
                new Difficulty("none", (draft, random) -> {}),
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
                new Difficulty("headings listed first", (draft, random) -> {
                    draft.opening().add("目录");
                    Stream.of(Section.values()).map(draft::heading).forEach(draft.opening()::add);
                }),
                new Difficulty("headings numbered from two", (draft, random) -> {
                    List<String> numbers = List.of("二", "三", "四", "五", "六", "七");
                    for (Section section : Section.values()) {
                        draft.rename(
                                section, draft.heading(section).replaceFirst("^.", numbers.get(section.ordinal())));
                    }
                }),
                new Difficulty("headings without numbers", (draft, random) -> {
                    for (Section section : Section.values()) {
                        draft.rename(section, draft.heading(section).replaceFirst("^.、", ""));
                    }
                }),
                new Difficulty("fee in yuan by its head", (draft, random) -> fee(draft, "本年收费金额（单位：元）", "")),
                new Difficulty("fee in yuan by its cell", (draft, random) -> fee(draft, "本年收费金额（单位：万元）", "元")),
                new Difficulty("fee without a unit", (draft, random) -> fee(draft, "本年收费金额", "?")),
                new Difficulty(
                        "sentence with figures before the table", (draft, random) -> draft.blocks(Section.REQUESTS)
                                .add(0, "全年收到申请1234件，其中予以公开17件，结转下年度继续办理3件。"))));
        Stream.of("%s关于%d年政府信息公开工作年度报告", "%s%d年度政府信息公开工作年报", "%s政府信息公开%d年度报告")
                .map(form -> new Difficulty("title as " + form, (draft, random) -> {
                    draft.opening().clear();
                    draft.opening().add(form.formatted(Draft.AGENCY, draft.year()));
                }))
                .forEach(all::add);
        return all;
    }

    private static String title(String agency, int year) {
        return agency + year + "年政府信息公开工作年度报告";
    }

    /** Prints the fee of the form of 2021 in another way. */
    private static void fee(Draft draft, String head, String unit) {
        draft.figures().stream()
                .filter(cell -> cell.pointer().equals(FEES) && draft.form().firstYear() > 2020)
                .forEach(cell -> {
                    draft.tables()
                            .flatMap(table -> table.rows().stream().flatMap(List::stream))
                            .filter(other -> other.text().startsWith("本年收费金额"))
                            .forEach(other -> other.write(head));
                    BigDecimal printed = new BigDecimal("125000");
                    cell.write(printed.toPlainString() + unit.replace("?", ""));
                    draft.setRight(cell.pointer(), printed.divide(YUAN));
                    if (unit.equals("?")) {
                        draft.setRight(cell.pointer(), printed);
                    }
                });
    }
}
