package org.gongkai.transcription.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.transcription.draft.DraftCell.Look;
import org.gongkai.transcription.draft.DraftCell.Run;

/** Difficulties in one cell. */
final class CellDifficulties {

    /** More than any layout has for one look. */
    private static final int WAYS = 1_000;

    private CellDifficulties() {}

    static List<Difficulty> all() {
        List<Difficulty> all = new ArrayList<>(List.of(
                after("raised mark", Look.RAISED, "1"),
                after("lowered mark", Look.LOWERED, "2"),
                after("hidden digit", Look.HIDDEN, "9"),
                after("struck digit", Look.STRUCK, "9"),
                after("deleted digit", Look.DELETED, "9"),
                before("struck number before", Look.STRUCK, "94"),
                before("deleted number before", Look.DELETED, "94"),
                before("hidden number before", Look.HIDDEN, "7"),
                new Difficulty("deleted and inserted", (draft, random) -> {
                    DraftCell cell = draft.anyFigure(random);
                    cell.write(
                            new Run("94", Look.DELETED, random.nextInt(WAYS)),
                            new Run(cell.text(), Look.INSERTED, random.nextInt(WAYS)));
                }),
                new Difficulty("hidden only", (draft, random) -> {
                    DraftCell cell = draft.anyFigure(random);
                    draft.setZero(cell);
                    cell.write(new Run("9", Look.HIDDEN, random.nextInt(WAYS)));
                }),
                unreadable("all struck", Look.STRUCK),
                unreadable("picture", Look.PICTURE),
                unreadable("field", Look.FIELD),
                unreadable("raised only", Look.RAISED),
                new Difficulty("broken number", (draft, random) -> {
                    DraftCell cell = draft.anyFigure(random);
                    cell.write(new Run("45", Look.PLAIN), new Run("\n", Look.BREAK), new Run("21", Look.PLAIN));
                    draft.setUnknown(cell.pointer());
                }),
                new Difficulty("picture beside", (draft, random) -> {
                    DraftCell cell = draft.anyFigure(random);
                    cell.write(new Run(cell.text(), Look.PLAIN), new Run("", Look.PICTURE, random.nextInt(WAYS)));
                    draft.setNotOnPaper();
                    draft.setUnknown(cell.pointer());
                })));
        Stream.of("①", "⑴", "㈠", "¹", "²", "⁴", "[1]", "〔2〕", "【1】", "［注］", "（注）", "（注1）", "(1)", "*", "†", "件", "※")
                .map(mark -> same("mark " + mark, number -> number + mark))
                .forEach(all::add);
        Stream.of("①", "[1]", "*", "注①")
                .map(mark -> same("mark " + mark + " before", number -> mark + number))
                .forEach(all::add);
        Stream.of("½", "余", "O", "l", "/2", " 1", "、3", "%", "-2", "~5", "?", "（1）2", ".", "万", "S")
                .map(CellDifficulties::unknownAfter)
                .forEach(all::add);
        Stream.of(
                        "四千五百",
                        "#REF!",
                        "详见附件",
                        "约三件",
                        "1O",
                        "３½",
                        "见表",
                        "12:30",
                        "2024-01-05",
                        "(12)",
                        "1e5",
                        "O",
                        "l2",
                        "二",
                        "IV",
                        "0x1")
                .map(CellDifficulties::unknown)
                .forEach(all::add);
        Stream.of("-", "/", "—", "无", "零", "").map(CellDifficulties::none).forEach(all::add);
        all.add(new Difficulty("full-width digits", (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            cell.write(cell.text()
                    .codePoints()
                    .map(digit -> Character.isDigit(digit) ? digit - '0' + '０' : digit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }));
        all.add(new Difficulty("grouped digits", (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            cell.write("12,345");
            draft.setRight(cell.pointer(), new BigDecimal("12345"));
        }));
        return all;
    }

    private static Difficulty after(String name, Look look, String text) {
        return new Difficulty(name, (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            cell.write(new Run(cell.text(), Look.PLAIN), new Run(text, look, random.nextInt(WAYS)));
        });
    }

    private static Difficulty before(String name, Look look, String text) {
        return new Difficulty(name, (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            cell.write(new Run(text, look, random.nextInt(WAYS)), new Run(cell.text(), Look.PLAIN));
        });
    }

    private static Difficulty unreadable(String name, Look look) {
        return new Difficulty(name, (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            cell.write(new Run("45", look, random.nextInt(WAYS)));
            if (look == Look.RAISED) {
                draft.setNotOnPaper();
            }
            draft.setUnknown(cell.pointer());
        });
    }

    private static Difficulty same(String name, UnaryOperator<String> marked) {
        return new Difficulty(name, (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            if (draft.right(cell.pointer()).orElseThrow().signum() == 0) {
                cell.write("37");
                draft.setRight(cell.pointer(), BigDecimal.valueOf(37));
            }
            cell.write(marked.apply(cell.text()));
        });
    }

    private static Difficulty unknownAfter(String tail) {
        return unknown("4521" + tail);
    }

    private static Difficulty unknown(String text) {
        return new Difficulty("printed as " + text, (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            cell.write(text);
            draft.setUnknown(cell.pointer());
        });
    }

    private static Difficulty none(String text) {
        return new Difficulty("none as '" + text + "'", (draft, random) -> {
            DraftCell cell = draft.anyFigure(random);
            draft.setZero(cell);
            cell.write(text);
        });
    }
}
