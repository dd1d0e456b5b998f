package org.gongkai.intake;

import java.util.List;
import org.gongkai.report.Contents;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.transcription.Transcript;

/**
 * A published report that a file holds, without the file.
 *
 * @param file name of the file
 * @param agency name of the agency as printed
 * @param year the report year
 * @param complete whether everything in the form was read
 * @param figures how many numbers were read, out of how many
 * @param contents what was read
 */
record CoveredReport(String file, String agency, int year, boolean complete, String figures, Contents contents) {

    /** Returns the report of a file; empty if none was found, or if it does not name its agency and its year. */
    static List<CoveredReport> of(FileReading reading) {
        return reading.transcript().stream()
                .filter(found -> found.agencyName().isPresent() && found.year().isPresent())
                .map(found -> of(reading, found))
                .toList();
    }

    private static CoveredReport of(FileReading reading, Transcript found) {
        int year = found.year().orElseThrow();
        return new CoveredReport(
                reading.name(),
                found.agencyName().orElseThrow(),
                year,
                reading.isComplete(),
                reading.figures(),
                ReportCheck.of(year, found.form(), found.report()).contents());
    }

    long readFigures() {
        return contents.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .filter(contents.figures()::has)
                .count();
    }
}
