package org.gongkai.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The separator of the cells of a file. Spreadsheets save files with commas, semicolons or tabs, and some name the
 * separator in a first line such as {@code sep=;}, which they do not show.
 *
 * @param character the separator
 * @param lines the file without the line that names the separator
 */
record Separator(char character, String lines) {

    private static final Pattern NAMED =
            Pattern.compile("\"?sep=([,;\\t|])\"?[,;\\t]*(?:\\r\\n|\\n|\\r|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final char COMMA = ',';

    static Separator of(String file) {
        Matcher named = NAMED.matcher(file);
        return named.lookingAt()
                ? new Separator(named.group(1).charAt(0), file.substring(named.end()))
                : new Separator(separatorOf(header(file)), file);
    }

    /** Returns the only separator in a header; a comma if there are several, or none. */
    private static char separatorOf(String header) {
        boolean tabs = header.indexOf('\t') >= 0;
        boolean semicolons = header.indexOf(';') >= 0;
        if (header.indexOf(COMMA) >= 0 || tabs == semicolons) {
            return COMMA;
        }
        return tabs ? '\t' : ';';
    }

    private static String header(String file) {
        String first = file.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return QUOTED.matcher(first).replaceAll("");
    }
}
