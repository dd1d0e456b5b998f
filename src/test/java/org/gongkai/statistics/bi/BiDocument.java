package org.gongkai.statistics.bi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The document that describes the views for BI tools, in one language.
 *
 * @param statements its blocks of SQL, in order
 * @param views the views with their columns
 */
public record BiDocument(List<String> statements, Map<String, List<ViewColumn>> views) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sql\\n(.*?)^```$");
    private static final Pattern VIEW = Pattern.compile("### (bi_\\w+)");
    private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+)` \\| ([a-z ]+) \\| (.*) \\|");

    /**
     * A column of a view.
     *
     * @param name its name
     * @param type its type
     * @param meaning its meaning, for people
     */
    public record ViewColumn(String name, String type, String meaning) {}

    /** Reads the document in a file. */
    public static BiDocument read(String file) throws IOException {
        String text = Files.readString(Path.of("docs", file));
        Map<String, List<ViewColumn>> views = new LinkedHashMap<>();
        List<ViewColumn> columns = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher view = VIEW.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (view.matches()) {
                columns = new ArrayList<>();
                views.put(view.group(1), columns);
            } else if (column.matches()) {
                columns.add(new ViewColumn(column.group(1), column.group(2), column.group(3)));
            }
        }
        return new BiDocument(BLOCK.matcher(text).results().map(BiDocument::sql).toList(), views);
    }

    private static String sql(MatchResult block) {
        return block.group(1);
    }
}
