package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Unit;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.FilledForm;
import org.gongkai.transcription.PdfPrinter.Look;
import org.gongkai.transcription.PdfPrinter.Pen;
import org.gongkai.transcription.PdfPrinter.Sheet;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.place.DrawnText;
import org.gongkai.transcription.rendering.Rendering;
import org.gongkai.transcription.table.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that are printed as PDF files in many looks: each figure is read as a reader sees it, or left out. */
class PdfPrintingTest {

    private static final String TITLE = "某某县财政局2023年政府信息公开工作年度报告";
    private static final String LICENSING = "行政许可";
    private static final String CELL = "/proactiveDisclosure/licensingDecisions";
    private static final int REPORTS = 8;

    static Stream<Arguments> looks() {
        return Stream.of(
                        Look.RULED,
                        new Look(true, true, 0, false),
                        new Look(true, false, 90, false),
                        new Look(true, false, 180, false),
                        new Look(true, true, 270, false),
                        new Look(true, false, 0, true),
                        Look.UNRULED,
                        new Look(false, false, 90, false))
                .flatMap(look -> Stream.of(Forms.OF_2019, Forms.OF_2021).map(form -> Arguments.of(look, form)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyFigureIsReadOrReported(Look look, Form form) throws Exception {
        Random random = new Random(20_261_128);
        for (int report = 0; report < REPORTS; report++) {
            ObjectNode content = filled(form, random);
            ParsedDocument parsed = DocumentReader.read(
                    PdfPrinter.print(new PrintedReport(form, content, TITLE), title(form), content, look),
                    DocumentType.PDF,
                    null);
            Transcript transcript = Transcriber.transcribe(parsed);

            assertThat(transcript.form()).isSameAs(form);
            assertThat(transcript.agencyName()).contains("某某县财政局");
            assertThat(transcript.year()).contains(form.firstYear());
            for (Cell cell : cells(form)) {
                JsonNode read = transcript.report().at(cell.pointer());
                if (look.ruled()) {
                    assertThat(read.isNumber()).as(cell.pointer()).isTrue();
                }
                if (read.isNumber()) {
                    assertThat(read.decimalValue())
                            .as(cell.pointer())
                            .isEqualByComparingTo(content.at(cell.pointer()).decimalValue());
                }
            }
            assertPlaced(transcript, Rendering.of(parsed));
        }
    }

    /** Checks that each number stands in the area that its source names. */
    private static void assertPlaced(Transcript transcript, Rendering rendering) {
        transcript.sources().stream()
                .filter(source -> source.confidence() == Confidence.READ)
                .filter(source -> transcript.report().at(source.pointer()).asDouble() != 0)
                .forEach(source -> assertThat(DrawnText.at(source.place(), rendering.pages()))
                        .as("%s %s", source.pointer(), source.place())
                        .contains(transcript.report().at(source.pointer()).asText()));
    }

    /** Ways to draw 4521 in a cell, each with something that a reader does not take for its digits. */
    static Stream<Arguments> surelySeen() {
        return Stream.of(
                named("plain", (sheet, x, y, number) -> sheet.text(x, y, 8, number)),
                named("digit by digit", PdfPrintingTest::digitByDigit),
                named("bold by double printing", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.text(x + 0.3f, y, 8, number);
                }),
                named("raised mark", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.text(x + 18, y + 3, 5, "1");
                }),
                named("lowered mark", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.text(x + 18, y - 1.5f, 5, "2");
                }),
                named("invisible text", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.stream().setRenderingMode(RenderingMode.NEITHER);
                    sheet.text(x + 18, y, 8, "9");
                    sheet.stream().setRenderingMode(RenderingMode.FILL);
                }),
                named("white text", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.stream().setNonStrokingColor(1f, 1f, 1f);
                    sheet.text(x + 18, y, 8, "9");
                    sheet.stream().setNonStrokingColor(0f, 0f, 0f);
                }),
                named("white text on black", (sheet, x, y, number) -> {
                    sheet.stream().addRect(x - 2, y - 2, 24, 10);
                    sheet.stream().fill();
                    sheet.stream().setNonStrokingColor(1f, 1f, 1f);
                    sheet.text(x, y, 8, number);
                    sheet.stream().setNonStrokingColor(0f, 0f, 0f);
                }),
                named("painted over", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, "9876");
                    sheet.stream().setNonStrokingColor(1f, 1f, 1f);
                    sheet.stream().addRect(x - 2, y - 2, 24, 10);
                    sheet.stream().fill();
                    sheet.stream().setNonStrokingColor(0f, 0f, 0f);
                    sheet.text(x, y, 8, number);
                }),
                named("highlighted", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    PDExtendedGraphicsState light = new PDExtendedGraphicsState();
                    light.setNonStrokingAlphaConstant(0.4f);
                    sheet.stream().saveGraphicsState();
                    sheet.stream().setGraphicsStateParameters(light);
                    sheet.stream().setNonStrokingColor(1f, 1f, 0f);
                    sheet.stream().addRect(x - 2, y - 2, 24, 10);
                    sheet.stream().fill();
                    sheet.stream().restoreGraphicsState();
                }),
                named("outside of the clip", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.stream().saveGraphicsState();
                    sheet.stream().addRect(0, 0, 10, 10);
                    sheet.stream().clip();
                    sheet.text(x + 18, y, 8, "9");
                    sheet.stream().restoreGraphicsState();
                }),
                named("hidden layer", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.stream().beginMarkedContent(COSName.OC, hiddenLayer(sheet));
                    sheet.text(x + 18, y, 8, "9");
                    sheet.stream().endMarkedContent();
                }),
                named("struck out", (sheet, x, y, number) -> {
                    sheet.text(x - 20, y, 8, "99");
                    strike(sheet, x - 20, y, 9);
                    sheet.text(x, y, 8, number);
                }),
                named("outside of the page", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.text(x + 1_000, y, 8, "9");
                }));
    }

    /** Ways to draw a cell of which nobody is sure what number it shows. */
    static Stream<Arguments> doubtful() {
        return Stream.of(
                named("two numbers", (sheet, x, y, number) -> sheet.text(x - 10, y, 8, "45 21")),
                named("two lines", (sheet, x, y, number) -> {
                    sheet.text(x, y + 5, 5, "45");
                    sheet.text(x, y - 2, 5, "21");
                }),
                named("struck out as a whole", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    strike(sheet, x, y, 18);
                }),
                named("painted over as a whole", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, number);
                    sheet.stream().setNonStrokingColor(1f, 1f, 1f);
                    sheet.stream().addRect(x - 2, y - 2, 24, 10);
                    sheet.stream().fill();
                    sheet.stream().setNonStrokingColor(0f, 0f, 0f);
                }),
                named("one number on another", (sheet, x, y, number) -> {
                    sheet.text(x, y, 8, "4521");
                    sheet.text(x + 0.4f, y, 8, "9876");
                }),
                named("an outline of a digit", (sheet, x, y, number) -> {
                    sheet.stream().moveTo(x, y);
                    sheet.stream().curveTo(x, y + 8, x + 6, y + 8, x + 6, y);
                    sheet.stream().fill();
                }),
                named("upright digits", (sheet, x, y, number) -> {
                    sheet.stream().saveGraphicsState();
                    sheet.stream().transform(new Matrix(0, 1, -1, 0, x + 8, y));
                    sheet.text(0, 0, 8, "45");
                    sheet.stream().restoreGraphicsState();
                }),
                named("runs into the next cell", (sheet, x, y, number) -> sheet.text(x - 130, y, 8, "4521")));
    }

    private static Arguments named(String name, Pen pen) {
        return Arguments.of(name, pen);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("surelySeen")
    void onlyTheVisibleNumberIsRead(String name, Pen pen) throws Exception {
        assertThat(drawn(pen).report().at(CELL).decimalValue()).isEqualByComparingTo("4521");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doubtful")
    void numbersInDoubtAreLeftOut(String name, Pen pen) throws Exception {
        Transcript transcript = drawn(pen);

        assertThat(transcript.report().at(CELL).isMissingNode()).isTrue();
        assertThat(transcript.issues())
                .anyMatch(issue -> issue.pointer().equals(CELL) && issue.kind().leavesGap());
    }

    private static Transcript drawn(Pen pen) throws Exception {
        ObjectNode content = filled(Forms.OF_2021, new Random(7));
        ((ObjectNode) content.get("proactiveDisclosure")).put("licensingDecisions", 4521);
        return read(PdfPrinter.print(
                new PrintedReport(Forms.OF_2021, content, TITLE),
                title(Forms.OF_2021),
                content,
                Look.RULED,
                LICENSING,
                pen));
    }

    private static void digitByDigit(Sheet sheet, float x, float y, String number) throws IOException {
        for (int digit = number.length() - 1; digit >= 0; digit--) {
            sheet.text(x + digit * 4.5f, y, 8, number.substring(digit, digit + 1));
        }
    }

    private static void strike(Sheet sheet, float x, float y, float width) throws IOException {
        sheet.stream().moveTo(x - 1, y + 2.6f);
        sheet.stream().lineTo(x + width + 1, y + 2.6f);
        sheet.stream().stroke();
    }

    private static PDOptionalContentGroup hiddenLayer(Sheet sheet) {
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup layer = new PDOptionalContentGroup("note");
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        sheet.document().getDocumentCatalog().setOCProperties(layers);
        return layer;
    }

    @Test
    void textsKeepTheirParagraphs() throws Exception {
        ObjectNode content = filled(Forms.OF_2021, new Random(7));
        Transcript transcript = read(PdfPrinter.print(
                new PrintedReport(Forms.OF_2021, content, TITLE), title(Forms.OF_2021), content, Look.RULED));

        assertThat(transcript.report().get("overview")).isEqualTo(content.get("overview"));
        assertThat(transcript.report().get("otherMatters")).isEqualTo(content.get("otherMatters"));
    }

    private static String title(Form form) {
        return "某某县财政局" + form.firstYear() + "年政府信息公开工作年度报告";
    }

    private static List<Cell> cells(Form form) {
        return form.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .toList();
    }

    private static ObjectNode filled(Form form, Random random) {
        ObjectNode content = FilledForm.of(form, cell -> number(form, cell, random));
        content.put("overview", "第一段，全年收到申请若干件。" + "办理情况良好，".repeat(20) + "完。\n第二段。");
        content.put("problemsAndImprovements", "问题。").put("otherMatters", "无。\n完。");
        return content;
    }

    private static BigDecimal number(Form form, Cell cell, Random random) {
        Figure figure = form.figure(cell.figure()).orElseThrow();
        if (random.nextInt(3) > 0) {
            return BigDecimal.ZERO;
        }
        return figure.unit() == Unit.TEN_THOUSAND_YUAN
                ? BigDecimal.valueOf(random.nextInt(1_000_000), 2)
                : BigDecimal.valueOf((long) Math.pow(10, 4 * random.nextDouble()));
    }

    private static Transcript read(byte[] file) throws UnreadableDocument {
        return Transcriber.transcribe(file, DocumentType.PDF, null);
    }
}
