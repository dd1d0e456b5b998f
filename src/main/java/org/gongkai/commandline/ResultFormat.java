package org.gongkai.commandline;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.gongkai.text.Language;

/** The formats of the results of commands. */
enum ResultFormat {
    /** For people: aligned columns, printed at the end. */
    TABLE {
        @Override
        Results results(List<ResultColumn> columns, Language language, PrintWriter out) {
            return new TableResults(columns, language, out);
        }
    },
    /** For spreadsheets: a line as soon as it is known. */
    CSV {
        @Override
        Results results(List<ResultColumn> columns, Language language, PrintWriter out) {
            return new CsvResults(columns, language, out);
        }
    },
    /** For programs: an array with one object per line, each as soon as it is known. */
    JSON {
        @Override
        Results results(List<ResultColumn> columns, Language language, PrintWriter out) {
            return new JsonResults(columns, language, out);
        }
    };

    abstract Results results(List<ResultColumn> columns, Language language, PrintWriter out);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
