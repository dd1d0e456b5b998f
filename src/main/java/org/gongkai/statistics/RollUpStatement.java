package org.gongkai.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.registry.Named;
import org.gongkai.report.Forms;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The SQL statement of a roll-up: binds a question to it and reads its rows. */
final class RollUpStatement {

    private static final String SQL = read("roll-up.sql");

    private RollUpStatement() {}

    /** The rows that answer the question, at most so many. */
    static List<RollUpRow> rows(Session session, Question question, int most) {
        NativeQuery<Object[]> query = session.createNativeQuery(SQL, Object[].class);
        bindKeys(query, question);
        bindFilters(query, question);
        bindFigures(query, question);
        query.setParameter("most", most);
        return query.getResultList().stream()
                .map(columns -> row(columns, question.groupBy()))
                .sorted(RowOrder.of(question))
                .toList();
    }

    private static void bindKeys(NativeQuery<?> query, Question question) {
        Set<Dimension> by = question.groupBy();
        query.setParameter("byYear", by.contains(Dimension.YEAR));
        query.setParameter("byDistrict", by.contains(Dimension.DISTRICT));
        query.setParameter("byCategory", by.contains(Dimension.CATEGORY));
        query.setParameter("byAgency", by.contains(Dimension.AGENCY));
        query.setParameter("byApplicantType", by.contains(Dimension.APPLICANT_TYPE));
        query.setParameter("level", question.level().map(DistrictLevel::rank).orElse(0));
        query.setParameter("current", question.lineage() == Lineage.CURRENT);
        query.setParameter("typeRows", array(typeRows(question)));
    }

    private static void bindFilters(NativeQuery<?> query, Question question) {
        query.setParameter("districts", array(question.districts()));
        query.setParameter("categories", array(question.categories()));
        query.setParameter("agencies", array(question.agencies()));
        query.setParameter("applicantTypes", array(question.applicantTypes()));
    }

    /** Figures that are on the form of the same years share a span; most questions have one. */
    private static void bindFigures(NativeQuery<?> query, Question question) {
        List<List<Integer>> spans =
                question.figures().stream().map(AskedFigure::years).distinct().toList();
        List<String> figures = new ArrayList<>();
        List<String> leaves = new ArrayList<>();
        List<Integer> spanOfLeaf = new ArrayList<>();
        for (AskedFigure figure : question.figures()) {
            for (String leaf : figure.leaves()) {
                figures.add(figure.code());
                leaves.add(leaf);
                spanOfLeaf.add(spans.indexOf(figure.years()));
            }
        }
        query.setParameter("figures", array(figures));
        query.setParameter("leaves", array(leaves));
        query.setParameter("spanOfLeaf", spanOfLeaf.toArray(Integer[]::new));
        bindYears(query, spans);
    }

    private static void bindYears(NativeQuery<?> query, List<List<Integer>> spans) {
        List<Integer> years = new ArrayList<>();
        List<Integer> spanOfYear = new ArrayList<>();
        for (int span = 0; span < spans.size(); span++) {
            for (int year : spans.get(span)) {
                years.add(year);
                spanOfYear.add(span);
            }
        }
        query.setParameter("years", years.toArray(Integer[]::new));
        query.setParameter("spanOfYear", spanOfYear.toArray(Integer[]::new));
    }

    /** The types of applicant that get a row each; one empty type where they are added up. */
    private static List<String> typeRows(Question question) {
        if (!question.groupBy().contains(Dimension.APPLICANT_TYPE)) {
            return List.of("");
        }
        return Forms.applicantTypes().stream()
                .filter(type -> question.applicantTypes().isEmpty()
                        || question.applicantTypes().contains(type))
                .toList();
    }

    private static RollUpRow row(Object[] columns, Set<Dimension> by) {
        return new RollUpRow(
                by.contains(Dimension.YEAR) ? ((Number) columns[0]).intValue() : null,
                by.contains(Dimension.DISTRICT) ? new Named((String) columns[1], (String) columns[2]) : null,
                by.contains(Dimension.CATEGORY) ? new Named((String) columns[3], (String) columns[4]) : null,
                by.contains(Dimension.AGENCY) ? new Named((String) columns[5], (String) columns[6]) : null,
                by.contains(Dimension.APPLICANT_TYPE) ? (String) columns[7] : null,
                (String) columns[8],
                plain((BigDecimal) columns[9]),
                ((Number) columns[10]).longValue(),
                ((Number) columns[11]).longValue());
    }

    /** Without trailing zeros, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static String read(String file) {
        try (InputStream sql = RollUpStatement.class.getResourceAsStream(file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
