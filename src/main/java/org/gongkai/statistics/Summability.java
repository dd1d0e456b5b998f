package org.gongkai.statistics;

import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Figure;
import org.gongkai.report.Measure;
import org.gongkai.report.Text;

/** Refuses sums that would be numbers without a meaning. */
final class Summability {

    private Summability() {}

    static void check(Question question) {
        refuseMixtures(question);
        if (!question.oneYear() && !question.by(Dimension.YEAR)) {
            refuseStocks(question);
        }
    }

    private static void refuseMixtures(Question question) {
        figures(question).filter(figure -> !figure.additive()).findFirst().ifPresent(figure -> {
            throw new ProblemException(
                    ProblemType.NOT_SUMMABLE,
                    new Text(
                                    "%s 由不同单位或性质的数组成，不能相加；请加 groupBy=figure 分别列出",
                                    "%s holds figures of different units, or flows and stocks, which cannot be added up; list"
                                            + " them with groupBy=figure")
                            .with(figure.code()));
        });
    }

    private static void refuseStocks(Question question) {
        figures(question)
                .filter(figure -> figure.measure() == Measure.STOCK)
                .findFirst()
                .ifPresent(stock -> {
                    throw new ProblemException(
                            ProblemType.NOT_SUMMABLE,
                            new Text(
                                            "%s 是年度之交的存量，跨年相加没有意义；请加 groupBy=year，或只问一个年度",
                                            "%s is a stock at the turn of the year, of which a sum over years means nothing; add"
                                                    + " groupBy=year, or ask for one year")
                                    .with(stock.code()));
                });
    }

    private static Stream<Figure> figures(Question question) {
        return question.figures().stream().flatMap(asked -> asked.figures().stream());
    }
}
