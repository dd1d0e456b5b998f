package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.transcription.ReadFigures.isRight;
import static org.gongkai.transcription.ReadFigures.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reports with tables without lines, printed by LibreOffice with random figures: zeros are blank, labels have several lines, and the
 * tables run over two pages.
 */
class UnruledPdfTest {

    private static final int QUARTER = 90;

    @ParameterizedTest
    @CsvSource({
        "centred-portrait, 199",
        "centred-landscape, 181",
        "right-aligned-portrait, 184",
        "top-portrait, 199",
        "top-landscape, 173",
        "bottom-portrait, 185"
    })
    void figuresAreReadByTheirPlacesOrReported(String name, int read) throws Exception {
        JsonNode right = ReportFiles.read("/pdf/" + name + ".json");
        byte[] file = resource("/pdf/" + name + ".pdf");

        for (byte[] printed : new byte[][] {file, turned(file)}) {
            Transcript transcript = read(printed);

            assertThat(pointers(transcript).filter(pointer -> isRight(transcript, right, pointer)))
                    .hasSizeGreaterThanOrEqualTo(read);
            assertThat(pointers(transcript))
                    .filteredOn(pointer -> !isRight(transcript, right, pointer))
                    .allMatch(pointer -> transcript.report().at(pointer).isMissingNode());
        }
    }

    private static byte[] turned(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getPages().forEach(page -> page.setRotation(page.getRotation() + QUARTER));
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Transcript read(byte[] file) throws UnreadableDocument {
        return Transcriber.transcribe(file, DocumentType.PDF, null);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = UnruledPdfTest.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        }
    }
}
