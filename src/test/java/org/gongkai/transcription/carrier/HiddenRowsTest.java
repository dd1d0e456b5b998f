package org.gongkai.transcription.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hidden rows of a table in a page. */
class HiddenRowsTest {

    private static final String HIDDEN = "<tr style='display:none'>";

    @ParameterizedTest
    @ValueSource(
            strings = {HIDDEN, "<tr hidden>", "<tbody style='display:none'><tr>", "<tr style='visibility: collapse'>"})
    void areLeftOut(String hidden) throws Exception {
        assertThat(rows("<tr><td>行政许可<td>4521" + hidden + "<td>行政许可<td>99<tbody><tr><td>行政处罚<td>387"))
                .containsExactly(List.of("行政许可", "4521"), List.of("行政处罚", "387"));
    }

    @Test
    void numbersBesideALabelThatBeginsInAHiddenRowAreNotRead() throws Exception {
        assertThat(rows(HIDDEN + "<td rowspan=2>不予公开<td>国家秘密<td>99<tr><td>国家秘密<td>4521<tr><td>总计<td>7<td>8"))
                .containsExactly(List.of("国家秘密￼", "4521￼"), List.of("总计", "7", "8"));
    }

    @Test
    void numbersBelowALabelAcrossAHiddenRowAreNotRead() throws Exception {
        assertThat(rows("<tr><td rowspan=2>不予公开<td>国家秘密<td>4521" + HIDDEN + "<td>国家秘密<td>99<tr><td>总计<td>7<td>8"))
                .containsExactly(List.of("不予公开", "国家秘密", "4521"), List.of("总计￼", "7￼", "8￼"));
    }

    private static List<List<String>> rows(String rows) throws Exception {
        byte[] bytes = ("<table>" + rows + "</table>").getBytes(StandardCharsets.UTF_8);
        return DocumentReader.read(bytes, DocumentType.HTML, null).sections().lines(Section.OVERVIEW).stream()
                .filter(Line::row)
                .map(Line::cells)
                .toList();
    }
}
