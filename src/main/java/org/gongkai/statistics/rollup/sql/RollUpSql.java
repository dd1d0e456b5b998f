package org.gongkai.statistics.rollup.sql;

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
import org.gongkai.sql.BoundSql;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Rate;
import org.gongkai.statistics.rollup.RequestedFigure;
import org.gongkai.statistics.rollup.RollUpQuery;

/** Makes the statement for a question: with just the parts it needs. Questions that need the same parts share it. */
final class RollUpSql {

    private static final String TEMPLATE = read("roll-up.sql");

    private static final Map<Map<String, Boolean>, BoundSql> STATEMENTS = new ConcurrentHashMap<>();

    private RollUpSql() {}

    static BoundSql of(RollUpQuery rollUpQuery) {
        return STATEMENTS.computeIfAbsent(parts(rollUpQuery), parts -> render(parts, rollUpQuery));
    }

    private static Map<String, Boolean> parts(RollUpQuery rollUpQuery) {
        boolean districts = !rollUpQuery.districts().isEmpty();
        boolean categories = !rollUpQuery.categories().isEmpty();
        boolean agencies = !rollUpQuery.agencies().isEmpty();
        Map<String, Boolean> parts = new HashMap<>();
        parts.put("then", rollUpQuery.asOf().isPresent());
        parts.put("submitted", rollUpQuery.basis() == Basis.SUBMITTED);
        parts.put("current", rollUpQuery.current());
        parts.put("byYear", rollUpQuery.by(Dimension.YEAR));
        parts.put("byDistrict", rollUpQuery.by(Dimension.DISTRICT));
        parts.put("byCategory", rollUpQuery.by(Dimension.CATEGORY));
        parts.put("byAgency", rollUpQuery.by(Dimension.AGENCY));
        parts.put("level", rollUpQuery.level().isPresent());
        parts.put("districts", districts);
        parts.put("categories", categories);
        parts.put("agencies", agencies);
        parts.put("narrow", !rollUpQuery.current() && (districts || categories || agencies));
        parts.put("near", isNear(rollUpQuery));
        parts.put("places", rollUpQuery.by(Dimension.DISTRICT) || rollUpQuery.current() && districts);
        parts.put("namedThen", rollUpQuery.by(Dimension.YEAR) && !rollUpQuery.current());
        parts.put("oneYear", rollUpQuery.countedYears().size() == 1);
        parts.put(
                "oneSeries",
                rollUpQuery.series().size() == 1 && rollUpQuery.spans().size() == 1);
        parts.put("oneDistrict", rollUpQuery.scope().within().size() == 1);
        parts.put("unlisted", rollUpQuery.scope().hasUnlisted());
        parts.put("unopened", rollUpQuery.scope().hasUnopened());
        parts.put("spans", rollUpQuery.spans().size() > 1);
        parts.put("onTime", rollUpQuery.figures().stream().anyMatch(RollUpSql::countsDeadlines));
        return parts;
    }

    /** Whether the roster lists all that is asked for, and that is agencies of one place. */
    private static boolean isNear(RollUpQuery rollUpQuery) {
        return !rollUpQuery.current()
                && rollUpQuery.districts().size() == 1
                && rollUpQuery.agencies().isEmpty()
                && !rollUpQuery.scope().hasUnlisted();
    }

    private static boolean countsDeadlines(RequestedFigure figure) {
        return figure.code().equals(Rate.ON_TIME.code());
    }

    private static BoundSql render(Map<String, Boolean> parts, RollUpQuery rollUpQuery) {
        String years = oneOrMany(parts.get("oneYear"), "year", "years");
        Map<String, Object> data = new HashMap<>(SourceTables.of(parts.get("then"), rollUpQuery.basis(), years));
        data.put("years", years);
        data.put("districts", oneOrMany(parts.get("oneDistrict"), "district", "districts"));
        data.put("keys", keys(rollUpQuery));
        data.put("q", parts);
        return BoundSql.of(Qute.fmt(TEMPLATE, data));
    }

    /** The columns that tell groups apart. */
    private static String keys(RollUpQuery rollUpQuery) {
        Stream<String> keys =
                rollUpQuery.groupBy().stream().filter(Dimension::ofReports).map(key -> "key_" + key.code());
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
