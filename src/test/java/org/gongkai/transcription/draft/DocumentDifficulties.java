package org.gongkai.transcription.draft;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.transcription.page.Section;

/** Difficulties with the headings of a document, and with text beside its tables. */
final class DocumentDifficulties {

    private DocumentDifficulties() {}

    static List<Difficulty> all() {
        return List.of(
                new Difficulty("none", (draft, random) -> {}),
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
                new Difficulty(
                        "sentence with figures before the table",
                        (draft, random) -> draft.blocks(Section.REQUESTS).add(0, "全年收到申请1234件，其中予以公开17件，结转下年度继续办理3件。")),
                new Difficulty("report of the next year behind", (draft, random) -> follow(draft, random, 1)),
                new Difficulty("report of the same year behind", (draft, random) -> follow(draft, random, 0)));
    }

    /** Appends another report, of the same form. */
    private static void follow(Draft draft, Random random, int years) {
        Draft other = RandomDrafts.of(draft.form(), random);
        other.opening().set(0, TitleDifficulties.title("某某市水利局", draft.year() + years));
        draft.append(other);
    }
}
