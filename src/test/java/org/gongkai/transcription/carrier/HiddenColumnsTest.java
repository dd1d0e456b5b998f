package org.gongkai.transcription.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns that a spreadsheet hides in a page. */
class HiddenColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<col><col style='display:none'>",
                "<colgroup><col span=1><col hidden></colgroup>",
                "<col width=64><col width=0 style='mso-width-source:userset;mso-width-alt:0'>",
                "<col><col style='width: 0pt'>",
                "<col><col style='visibility: collapse'>"
            })
    void areLeftOut(String columns) throws Exception {
        assertThat(rows("<table>" + columns + "<tr><td>行政许可<td>99<td>4521<tr><td colspan=2>行政处罚<td>387</table>"))
                .containsExactly(List.of("行政许可", "4521"), List.of("行政处罚", "387"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<col><col>", "<col><col style='width:10pt'>", "<col><col width=100>", ""})
    void othersAreKept(String columns) throws Exception {
        assertThat(rows("<table>" + columns + "<tr><td>行政许可<td>99<td>4521</table>"))
                .containsExactly(List.of("行政许可", "99", "4521"));
    }

    /** Excel hides the cells, too: what stands behind them moves to the left. */
    @ParameterizedTest
    @ValueSource(strings = {"<td style='display:none'>99", "<td hidden>99"})
    void areLeftOutOnceIfTheirCellsAreHidden(String cell) throws Exception {
        assertThat(rows("<table><col><col style='display:none'><tr><td>行政许可" + cell + "<td>4521</table>"))
                .containsExactly(List.of("行政许可", "4521"));
    }

    private static List<List<String>> rows(String page) throws Exception {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return DocumentReader.read(bytes, DocumentType.HTML, null).sections().lines(Section.OVERVIEW).stream()
                .filter(Line::row)
                .map(Line::cells)
                .toList();
    }
}
