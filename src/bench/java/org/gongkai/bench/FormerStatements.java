package org.gongkai.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.bench.Question.Variant;
import org.gongkai.bench.Statements.Executed;

/**
 * The statements that answered the questions before there were tables of what is in force (ADR 18), from the files
 * {@code former-*.sql}. They were recorded from the last build without these tables.
 */
final class FormerStatements {

    /** A parameter, but not a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private static final String SERIES = "select id from series where figure = '%s' and applicant_type = '_T'";

    /** The series of which a consolidated report consists: no sums over others. */
    private static final String LEAVES = """
            select array_agg(s.id order by s.id)
            from series s
            where s.figure not like '%.total'
              and not exists (select from series i where starts_with(i.figure, s.figure || '.'))
              and (s.applicant_type <> '_T'
                   or not exists (select from series t where t.figure = s.figure and t.applicant_type <> '_T'))""";

    private static final String REPORTS = """
            select array_agg(r.%s order by r.agency)
            from obligation o
            join revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
            where o.year = %d and o.kind = 'DEPARTMENT'
              and o.place in (select w.place from place_within w where w.district = '%s')""";

    private final Postgres postgres;
    private final String database;

    FormerStatements(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    /** Returns the statements for a question, one after the other. */
    List<Executed> of(Question question, Variant variant) {
        Map<String, String> values = values(variant);
        return Arrays.stream(Resource.text("former-" + question.name().toLowerCase(Locale.ROOT) + ".sql")
                        .split(";\\n"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .map(sql -> statement(sql, values))
                .toList();
    }

    private static Executed statement(String sql, Map<String, String> values) {
        List<String> parameters = new ArrayList<>();
        String numbered = PARAMETER.matcher(sql).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Unknown parameter " + found.group());
            }
            parameters.add(value);
            return Matcher.quoteReplacement("$" + parameters.size());
        });
        return new Executed(numbered, parameters);
    }

    private Map<String, String> values(Variant variant) {
        Map<String, String> values = new HashMap<>();
        values.put("year", String.valueOf(variant.year()));
        values.put("only_year", "{" + variant.year() + "}");
        values.put("years", query("select array_agg(year order by year) from cycle"));
        values.put("first_year", String.valueOf(Scale.FIRST_YEAR));
        values.put("last_year", String.valueOf(Scale.LAST_YEAR));
        values.put("is_over", "t");
        values.put("district", variant.district());
        values.put("districts", "{" + variant.district() + "}");
        values.put("place", query("select place from place_within where district = '" + variant.district() + "'"));
        values.put("series", query(SERIES.formatted(variant.figure())));
        values.put("leaves", query(LEAVES));
        values.put("agencies", query(REPORTS.formatted("agency", variant.year(), variant.district())));
        values.put("revisions", query(REPORTS.formatted("revision", variant.year(), variant.district())));
        values.put("row_limit", "100000");
        return values;
    }

    private String query(String sql) {
        return postgres.query(database, sql);
    }
}
