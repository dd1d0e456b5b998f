package org.gongkai.statistics.rollup;

import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Measure;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Refuses sums that have no meaning. */
final class AdditivityCheck {

    private AdditivityCheck() {}

    static void check(ResolvedQuery resolved) {
        refuseMixtures(resolved);
        if (resolved.query().years().size() != 1 && !resolved.query().by(Dimension.YEAR)) {
            refuseStocks(resolved);
        }
    }

    private static void refuseMixtures(ResolvedQuery resolved) {
        figures(resolved).filter(figure -> !figure.additive()).findFirst().ifPresent(figure -> {
            throw new ProblemException(
                    ProblemType.NOT_SUMMABLE,
                    new Text(
                                    "%s 由不同单位或性质的指标组成，不能相加；请加 groupBy=figure 分别列出",
                                    "%s contains figures of different units, or flows and stocks, which cannot be"
                                            + " added up; list them with groupBy=figure")
                            .with(figure.code()));
        });
    }

    private static void refuseStocks(ResolvedQuery resolved) {
        figures(resolved)
                .filter(figure -> figure.measure() == Measure.STOCK)
                .findFirst()
                .ifPresent(stock -> {
                    throw new ProblemException(
                            ProblemType.NOT_SUMMABLE,
                            new Text(
                                            "%s 是年度之交的存量，跨年相加没有意义；请加 groupBy=year，或只查询一个年度",
                                            "%s is a stock at the turn of the year, which cannot be added up over"
                                                    + " years; add groupBy=year, or select one year")
                                    .with(stock.code()));
                });
    }

    private static Stream<Figure> figures(ResolvedQuery resolved) {
        return resolved.figures().stream().flatMap(requested -> requested.figures().stream());
    }
}
