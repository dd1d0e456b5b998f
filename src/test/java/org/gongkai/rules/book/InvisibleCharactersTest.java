package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Situation;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

/** Characters and markup that a reader does not see hide no number and are no text. */
class InvisibleCharactersTest {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Z}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    private static final List<String> MARKUP =
            List.of("<br>", "<BR/>", "<br />", "</p><p>", "&nbsp;", "&#8203;", "&ensp;", "<b>", "<span lang=zh>");

    @Test
    void hideNoNumber() {
        List<String> hidden = unseen().filter(unseen -> {
                    Contents report = report("2023年，本机关共收到政府信息公开申请" + unseen + "5" + unseen + "件。");
                    return findings(report, "TEXT-REQUESTS").stream()
                            .noneMatch(finding -> finding.left().intValueExact() == 5);
                })
                .map(InvisibleCharactersTest::codes)
                .toList();

        assertThat(hidden).isEmpty();
    }

    @Test
    void areNoText() {
        List<String> taken = unseen().filter(unseen -> findings(report(unseen.repeat(3)), "TEXT-MISSING").stream()
                        .noneMatch(finding -> finding.pointer().equals("/overview")))
                .map(InvisibleCharactersTest::codes)
                .toList();

        assertThat(taken).isEmpty();
    }

    private static Stream<String> unseen() {
        return Stream.concat(
                MARKUP.stream(),
                IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(text -> UNSEEN.matcher(text).matches()));
    }

    private static String codes(String text) {
        return text.codePoints().mapToObj(Integer::toHexString).reduce("", (codes, code) -> codes + " " + code);
    }

    private static Contents report(String overview) {
        ObjectNode content =
                (ObjectNode) ReportFiles.of("430212-finance", 2023).content().deepCopy();
        return Contents.of(2023, Forms.OF_2021, content.put("overview", overview), Set.of());
    }

    private static List<Finding> findings(Contents report, String rule) {
        return RuleBook.of(Forms.OF_2021).remarks(Situation.alone(report)).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }
}
