package org.gongkai.registry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Series;
import org.gongkai.form.statutory.Forms;
import org.hibernate.Session;

/** The numbers that identify the series of all forms in the database. A number is assigned once and never changes. */
@Startup
@ApplicationScoped
public class SeriesRegister {

    private static final String ADD_MISSING = """
            insert into series (figure, applicant_type, unit)
            select n.figure, n.applicant_type, n.unit
            from unnest(:figures, :types, :units) with ordinality as n (figure, applicant_type, unit, position)
            left join series s on s.figure = n.figure and s.applicant_type = n.applicant_type
            where s.id is null
            order by n.position
            on conflict do nothing""";

    private final Map<Series, Short> numbers;

    SeriesRegister(Session session) {
        // In a separate transaction: a rollback of the caller must not undo numbers that this object caches.
        numbers = QuarkusTransaction.requiringNew().call(() -> register(session));
    }

    /** Returns the number of a series of any form. */
    public short numberOf(Series series) {
        return numbers.get(series);
    }

    private static Map<Series, Short> register(Session session) {
        List<Series> series = Forms.all().stream()
                .map(Form::series)
                .flatMap(all -> all.stream())
                .distinct()
                .toList();
        session.createNativeMutationQuery(ADD_MISSING)
                .setParameter("figures", texts(series.stream().map(Series::figure)))
                .setParameter("types", texts(series.stream().map(Series::applicantType)))
                .setParameter("units", series.stream().map(SeriesRegister::unit).toArray(BigDecimal[]::new))
                .executeUpdate();
        return session
                .createNativeQuery("select figure, applicant_type, id from series", Object[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new Series((String) row[0], (String) row[1]), row -> ((Number) row[2]).shortValue()));
    }

    /** Returns what 1 stands for in table {@code fact}, whose values are integers. */
    private static BigDecimal unit(Series series) {
        Figure figure = Forms.catalogue().figure(series.figure()).orElseThrow();
        return BigDecimal.ONE.movePointLeft(figure.unit().decimals());
    }

    private static String[] texts(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
