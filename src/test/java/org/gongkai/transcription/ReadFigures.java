package org.gongkai.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.gongkai.form.Cell;

/** The figures that were read from a document, compared with the right ones. */
final class ReadFigures {

    private ReadFigures() {}

    /** Returns the pointers to all figures of the form. */
    static Stream<String> pointers(Transcript transcript) {
        return transcript.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .map(Cell::pointer);
    }

    static boolean isRight(Transcript transcript, JsonNode right, String pointer) {
        JsonNode read = transcript.report().at(pointer);
        JsonNode expected = right.at(pointer);
        return read.isNumber() && expected.isNumber() && read.decimalValue().compareTo(expected.decimalValue()) == 0;
    }
}
