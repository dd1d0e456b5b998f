package org.gongkai.statistics;

import io.quarkus.qute.Qute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the statement for a question: with just the parts it needs. Questions that need the same parts share it. */
final class RollUpSql {

    private static final String TEMPLATE = read("roll-up.sql");

    private static final Map<Map<String, Boolean>, BoundSql> STATEMENTS = new ConcurrentHashMap<>();

    private RollUpSql() {}

    static BoundSql of(Question question) {
        return STATEMENTS.computeIfAbsent(parts(question), parts -> render(parts, question.basis()));
    }

    private static Map<String, Boolean> parts(Question question) {
        boolean districts = !question.districts().isEmpty();
        boolean categories = !question.categories().isEmpty();
        boolean agencies = !question.agencies().isEmpty();
        Map<String, Boolean> parts = new HashMap<>();
        parts.put("then", question.asOf().isPresent());
        parts.put("submitted", question.basis() == Basis.SUBMITTED);
        parts.put("current", question.current());
        parts.put("byYear", question.by(Dimension.YEAR));
        parts.put("byDistrict", question.by(Dimension.DISTRICT));
        parts.put("byCategory", question.by(Dimension.CATEGORY));
        parts.put("byAgency", question.by(Dimension.AGENCY));
        parts.put("grouped", question.groupBy().stream().anyMatch(Dimension::ofReports));
        parts.put("level", question.level().isPresent());
        parts.put("districts", districts);
        parts.put("categories", categories);
        parts.put("agencies", agencies);
        parts.put("narrow", !question.current() && (districts || categories || agencies));
        parts.put("places", question.by(Dimension.DISTRICT) || question.current() && districts);
        parts.put("namedThen", question.by(Dimension.YEAR) && !question.current());
        parts.put("oneYear", question.countedYears().size() == 1);
        parts.put("oneSeries", RollUpValues.countsOneSeries(question));
        parts.put("oneDistrict", question.within().size() == 1);
        parts.put("spans", question.spans().size() > 1);
        parts.put("onTime", question.figures().stream().anyMatch(RollUpSql::countsDeadlines));
        return parts;
    }

    private static boolean countsDeadlines(AskedFigure figure) {
        return figure.code().equals(Rate.ON_TIME.code());
    }

    private static BoundSql render(Map<String, Boolean> parts, Basis basis) {
        String years = oneOrMany(parts.get("oneYear"), "year", "years");
        Map<String, Object> data = new HashMap<>(Relations.of(parts.get("then"), basis, years));
        data.put("years", years);
        data.put("districts", oneOrMany(parts.get("oneDistrict"), "district", "districts"));
        data.put("series", oneOrMany(parts.get("oneSeries"), "oneSeries", "series"));
        data.put("q", parts);
        return BoundSql.of(Qute.fmt(TEMPLATE, data));
    }

    /** Of a single value the database knows how much it selects, whatever it is; so the plan made for one serves for all. */
    private static String oneOrMany(boolean isOne, String one, String many) {
        return isOne ? "= :" + one : "= any(:" + many + ")";
    }

    private static String read(String file) {
        try (InputStream sql = RollUpSql.class.getResourceAsStream(file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
