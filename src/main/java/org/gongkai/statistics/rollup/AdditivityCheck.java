package org.gongkai.statistics.rollup;

import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Measure;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Refuses sums that would be numbers without a meaning. */
final class AdditivityCheck {

    private AdditivityCheck() {}

    static void check(RollUpQuery rollUpQuery) {
        refuseMixtures(rollUpQuery);
        if (!rollUpQuery.oneYear() && !rollUpQuery.by(Dimension.YEAR)) {
            refuseStocks(rollUpQuery);
        }
    }

    private static void refuseMixtures(RollUpQuery rollUpQuery) {
        figures(rollUpQuery).filter(figure -> !figure.additive()).findFirst().ifPresent(figure -> {
            throw new ProblemException(
                    ProblemType.NOT_SUMMABLE,
                    new Text(
                                    "%s 包含单位或性质不同的数据，不能相加；请加 groupBy=figure 分别列出",
                                    "%s holds figures of different units, or flows and stocks, which cannot be added up; list"
                                            + " them with groupBy=figure")
                            .with(figure.code()));
        });
    }

    private static void refuseStocks(RollUpQuery rollUpQuery) {
        figures(rollUpQuery)
                .filter(figure -> figure.measure() == Measure.STOCK)
                .findFirst()
                .ifPresent(stock -> {
                    throw new ProblemException(
                            ProblemType.NOT_SUMMABLE,
                            new Text(
                                            "%s 是存量（时点数），跨年相加没有意义；请加 groupBy=year，或只查询一个年度",
                                            "%s is a stock at the turn of the year, of which a sum over years means nothing; add"
                                                    + " groupBy=year, or ask for one year")
                                    .with(stock.code()));
                });
    }

    private static Stream<Figure> figures(RollUpQuery rollUpQuery) {
        return rollUpQuery.figures().stream().flatMap(asked -> asked.figures().stream());
    }
}
