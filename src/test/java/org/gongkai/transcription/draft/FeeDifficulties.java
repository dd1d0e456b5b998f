package org.gongkai.transcription.draft;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.transcription.page.Section;

/** Difficulties with the unit of the fee, which only the form of 2021 prints. */
final class FeeDifficulties {

    private static final String FEES = "/proactiveDisclosure/administrativeFees";
    private static final String HEAD = "本年收费金额";
    private static final BigDecimal PRINTED = new BigDecimal("125000");
    private static final BigDecimal CONVERTED = new BigDecimal("12.5");

    private FeeDifficulties() {}

    static List<Difficulty> all() {
        return List.of(
                new Difficulty(
                        "fee in yuan by its cell", (draft, random) -> fee(draft, "（单位：万元）", "125000元", CONVERTED)),
                new Difficulty(
                        "fee in ten thousand by its cell",
                        (draft, random) -> fee(draft, "（单位：元）", "125000万元", PRINTED)),
                new Difficulty("fee without a unit", (draft, random) -> fee(draft, "", "125000", PRINTED)),
                head("（单位：元）", CONVERTED),
                head("（元）", CONVERTED),
                head("（人民币元）", CONVERTED),
                head("（单位:人民币元）", CONVERTED),
                head("(元)", CONVERTED),
                head("（以元计）", CONVERTED),
                head("/元", CONVERTED),
                head("，单位为元", CONVERTED),
                head("（万元）", PRINTED),
                head("（单位：人民币万元）", PRINTED),
                head("（单位：亿元）", null),
                head("（单位：千元）", null),
                new Difficulty("unit of the fee above the table", (draft, random) -> {
                    fee(draft, "", "125000", CONVERTED);
                    draft.blocks(Section.PROACTIVE_DISCLOSURE).add(0, "单位：元");
                }),
                new Difficulty("unit of another number above the table", (draft, random) -> {
                    fee(draft, "（单位：元）", "125000", CONVERTED);
                    draft.blocks(Section.PROACTIVE_DISCLOSURE).add(0, "全年财政拨款3.5万元。");
                }));
    }

    private static Difficulty head(String unit, BigDecimal right) {
        return new Difficulty("fee under " + HEAD + unit, (draft, random) -> fee(draft, unit, "125000", right));
    }

    /**
     * Prints the fee in another way.
     *
     * @param right the right number in CNY 10,000; {@code null} if it cannot be read
     */
    private static void fee(Draft draft, String unit, String printed, BigDecimal right) {
        draft.figures().stream().filter(cell -> cell.pointer().equals(FEES)).forEach(cell -> {
            cell.write(printed);
            if (right == null) {
                draft.setUnknown(FEES);
            } else {
                draft.setRight(FEES, right);
            }
        });
        draft.tables()
                .flatMap(table -> table.rows().stream().flatMap(List::stream))
                .filter(head -> head.text().startsWith(HEAD))
                .forEach(head -> head.write(HEAD + unit));
    }
}
