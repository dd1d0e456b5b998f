package org.gongkai.statistics.bi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.SeriesRegister;
import org.hibernate.Session;

/**
 * Stores the figures and texts of the forms for the views for BI tools, which cannot read them from Java. Every start
 * adds what is missing and renews texts that have changed. Nothing is deleted: during an update, an older replica must
 * not remove the figures of a form that it does not know.
 */
@Startup
@ApplicationScoped
class BiCatalogue {

    private static final String STORE_SERIES = """
            insert into published_series (first_year, series, position, section, composed, measure, unit, figure, applicant_type)
            select *
            from unnest(:firstYears, :series, :positions, :sections, :composed, :measures, :units, :figures, :types)
            on conflict (first_year, series) do update
            set position = excluded.position, section = excluded.section, composed = excluded.composed,
                measure = excluded.measure, unit = excluded.unit, figure = excluded.figure,
                applicant_type = excluded.applicant_type
            where published_series.* is distinct from excluded.*""";

    private static final String STORE_LABELS = """
            insert into label (list, code, zh, en)
            select *
            from unnest(:lists, :codes, :zh, :en)
            on conflict (list, code) do update set zh = excluded.zh, en = excluded.en
            where label.* is distinct from excluded.*""";

    BiCatalogue(Session session, SeriesRegister register) {
        QuarkusTransaction.requiringNew().run(() -> {
            storeSeries(session, register);
            storeLabels(session);
        });
    }

    private static void storeSeries(Session session, SeriesRegister register) {
        List<PublishedSeries> all =
                Forms.all().stream().flatMap(PublishedSeries::of).toList();
        session.createNativeMutationQuery(STORE_SERIES)
                .setParameter("firstYears", numbers(all, PublishedSeries::firstYear))
                .setParameter("series", numbers(all, published -> register.numberOf(published.series())))
                .setParameter("positions", numbers(all, PublishedSeries::position))
                .setParameter(
                        "sections", numbers(all, published -> published.figure().table()))
                .setParameter(
                        "composed", all.stream().map(PublishedSeries::composed).toArray(Boolean[]::new))
                .setParameter(
                        "measures",
                        texts(all, published -> published.figure().measure().name()))
                .setParameter(
                        "units",
                        texts(
                                all,
                                published -> CodeLabel.code(published.figure().unit())))
                .setParameter(
                        "figures", texts(all, published -> published.series().figure()))
                .setParameter(
                        "types", texts(all, published -> published.series().applicantType()))
                .executeUpdate();
    }

    private static void storeLabels(Session session) {
        List<CodeLabel> all = CodeLabel.all().toList();
        session.createNativeMutationQuery(STORE_LABELS)
                .setParameter("lists", texts(all, CodeLabel::list))
                .setParameter("codes", texts(all, CodeLabel::code))
                .setParameter("zh", texts(all, label -> label.text().zh()))
                .setParameter("en", texts(all, label -> label.text().en()))
                .executeUpdate();
    }

    private static <T> Short[] numbers(List<T> all, Function<T, Number> number) {
        return all.stream().map(number).map(Number::shortValue).toArray(Short[]::new);
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
