package org.gongkai.statistics;

import io.quarkus.qute.Qute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the statement for a question: with just the parts it needs. Questions that need the same parts share it. */
final class RollUpSql {

    private static final String TEMPLATE = read("roll-up.sql");

    private static final Map<Map<String, Boolean>, BoundSql> STATEMENTS = new ConcurrentHashMap<>();

    private RollUpSql() {}

    static BoundSql of(Question question) {
        return STATEMENTS.computeIfAbsent(parts(question), parts -> render(parts, question));
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
        parts.put("level", question.level().isPresent());
        parts.put("districts", districts);
        parts.put("categories", categories);
        parts.put("agencies", agencies);
        parts.put("narrow", !question.current() && (districts || categories || agencies));
        parts.put("near", isNear(question));
        parts.put("places", question.by(Dimension.DISTRICT) || question.current() && districts);
        parts.put("namedThen", question.by(Dimension.YEAR) && !question.current());
        parts.put("oneYear", question.countedYears().size() == 1);
        parts.put("oneSeries", question.series().size() == 1 && question.spans().size() == 1);
        parts.put("oneDistrict", question.scope().within().size() == 1);
        parts.put("unlisted", question.scope().hasUnlisted());
        parts.put("unopened", question.scope().hasUnopened());
        parts.put("spans", question.spans().size() > 1);
        parts.put("onTime", question.figures().stream().anyMatch(RollUpSql::countsDeadlines));
        return parts;
    }

    /** Whether the roster lists all that is asked for, and that is agencies of one place. */
    private static boolean isNear(Question question) {
        return !question.current()
                && question.districts().size() == 1
                && question.agencies().isEmpty()
                && !question.scope().hasUnlisted();
    }

    private static boolean countsDeadlines(AskedFigure figure) {
        return figure.code().equals(Rate.ON_TIME.code());
    }

    private static BoundSql render(Map<String, Boolean> parts, Question question) {
        String years = oneOrMany(parts.get("oneYear"), "year", "years");
        Map<String, Object> data = new HashMap<>(Relations.of(parts.get("then"), question.basis(), years));
        data.put("years", years);
        data.put("districts", oneOrMany(parts.get("oneDistrict"), "district", "districts"));
        data.put("keys", keys(question));
        data.put("q", parts);
        return BoundSql.of(Qute.fmt(TEMPLATE, data));
    }

    /** The columns that tell groups apart. */
    private static String keys(Question question) {
        Stream<String> keys =
                question.groupBy().stream().filter(Dimension::ofReports).map(key -> "key_" + key.code());
        return Stream.concat(Stream.of("span"), keys).collect(Collectors.joining(", "));
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
