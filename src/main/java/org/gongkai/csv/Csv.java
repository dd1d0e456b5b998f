package org.gongkai.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gongkai.text.EqualText;

/** Reads and writes CSV (RFC 4180): cells separated by commas, lines by CRLF, and quotes where a cell needs them. */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    /** The byte order mark. Excel needs it at the beginning of a file to detect UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectWriter WRITER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private static final ObjectReader READER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build().readerFor(String[].class);

    private Csv() {}

    /**
     * A line of a file.
     *
     * @param number its number as a spreadsheet shows it, from 1; a cell may contain line breaks
     * @param cells its cells
     */
    public record CsvLine(int number, List<String> cells) {

        public boolean isBlank() {
            return cells.stream().allMatch(EqualText::isBlank);
        }
    }

    /**
     * The readable part of a file.
     *
     * @param lines its lines, including blank ones, up to the first unreadable line
     * @param broken number of the line with malformed quotes, whose end is unknown; empty if there is none
     */
    public record CsvLines(List<CsvLine> lines, OptionalInt broken) {}

    /**
     * Writes a header and lines, each with as many cells as the header. A {@code null} becomes an empty cell. Texts that
     * a spreadsheet would run as formulas are written with apostrophes, which {@link CsvFile} removes again; numbers,
     * dates and choices are written as they are.
     */
    public static String write(List<String> header, Stream<List<Object>> lines) {
        StringWriter csv = new StringWriter();
        try {
            write(header, lines, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    /** Writes a header and lines, line by line, and flushes the writer. */
    public static void write(List<String> header, Stream<List<Object>> lines, Writer csv) throws IOException {
        SequenceWriter writer =
                WRITER.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValues(csv);
        writer.write(header);
        for (List<Object> line : (Iterable<List<Object>>) lines::iterator) {
            writer.write(line.stream().map(Csv::cell).toList());
        }
        writer.close();
        csv.flush();
    }

    /** Returns one line, including its end. Its cells are written like those of a file. */
    public static String line(List<Object> cells) {
        try {
            return WRITER.writeValueAsString(cells.stream().map(Csv::cell).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Object content) {
        if (content instanceof String text) {
            return SpreadsheetFormula.guarded(text);
        }
        if (content instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return content == null ? "" : content.toString();
    }

    /**
     * Reads a file up to the first unreadable line. Its cells may also be separated by semicolons or tabs, if the header
     * line shows it or a first line names the separator.
     */
    public static CsvLines read(String text) {
        List<CsvLine> lines = new ArrayList<>();
        Separator separator = Separator.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        try (MappingIterator<String[]> rows = READER.with(
                        CsvSchema.emptySchema().withColumnSeparator(separator.character()))
                .readValues(separator.lines())) {
            while (rows.hasNextValue()) {
                lines.add(new CsvLine(lines.size() + 1, List.of(rows.nextValue())));
            }
            return new CsvLines(lines, OptionalInt.empty());
        } catch (JsonProcessingException wrongQuotes) {
            return new CsvLines(lines, OptionalInt.of(lines.size() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
