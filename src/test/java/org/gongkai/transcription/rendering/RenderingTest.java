package org.gongkai.transcription.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void tablesKeepTheirMergedCells() throws Exception {
        Rendering rendering = rendering("<p>一</p><table><tr><td rowspan=2>甲<br>乙<td colspan=2>丙</tr>"
                + "<tr hidden><td>0<td>0</tr><tr><td><td>1</tr></table><p>二</p>");

        assertThat(rendering)
                .isEqualTo(new Rendering(
                        List.of(),
                        List.of(
                                RenderedBlock.paragraph(1, "一"),
                                RenderedBlock.table(
                                        1,
                                        List.of(
                                                new RenderedRow(List.of(
                                                        new RenderedCell(1, 2, 1, "甲\n乙"),
                                                        new RenderedCell(2, 1, 2, "丙"))),
                                                new RenderedRow(List.of(
                                                        new RenderedCell(2, 1, 1, "\uFFFC"),
                                                        new RenderedCell(3, 1, 1, "1\uFFFC"))))),
                                RenderedBlock.paragraph(2, "二")),
                        true));
    }

    @Test
    void nothingButVisibleTextIsLeft() throws Exception {
        Rendering rendering = rendering(
                "<p onclick='a()'>甲<script>b()</script><span hidden>丙</span>&lt;b&gt;\u202E\u0001</p><table><tr><td><img src=x></table>");

        assertThat(rendering.blocks())
                .containsExactly(
                        RenderedBlock.paragraph(1, "甲<b>"),
                        RenderedBlock.table(1, List.of(new RenderedRow(List.of(new RenderedCell(1, 1, 1, "\uFFFC"))))));
    }

    @Test
    void endsWhereItBecomesTooLarge() throws Exception {
        String table = "<table>" + "<tr><td>1<td>2</tr>".repeat(Rendering.MAX_ITEMS / 2) + "</table>";

        Rendering rows = rendering("<p>一</p>" + table + "<p>二</p>");
        Rendering text = rendering("<p>一</p><p>" + "字".repeat(Rendering.MAX_CHARACTERS) + "</p>");

        assertThat(rows).isEqualTo(new Rendering(List.of(), List.of(RenderedBlock.paragraph(1, "一")), false));
        assertThat(text).isEqualTo(rows);
    }

    private static Rendering rendering(String page) throws UnreadableDocument {
        return Rendering.of(DocumentReader.read(page.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, "UTF-8"));
    }
}
