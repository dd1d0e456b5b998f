package org.gongkai.statistics.bi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.testing.ServiceTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The figures and texts that every start of the service stores for the views. */
@QuarkusTest
class BiCatalogueTest extends ServiceTest {

    @Inject
    Session session;

    @Inject
    SeriesRegister register;

    @Test
    void renewsTextsAndAddsWhatIsMissing() throws SQLException {
        long series = count("select count(*) from published_series");
        execute("update label set zh = '旧名' where list = 'state' and code = 'MISSING'");
        execute("delete from published_series where position = 3");

        new BiCatalogue(session, register);

        assertThat(count("select count(*) from label where zh = '未报'")).isEqualTo(1);
        assertThat(count("select count(*) from published_series")).isEqualTo(series);
    }

    @Test
    void keepsWhatANewerReleaseHasAdded() throws SQLException {
        execute("insert into published_series select 2099, series, position, section, composed, measure, unit"
                + " from published_series where first_year = 2021");

        new BiCatalogue(session, register);

        assertThat(count("select count(*) from published_series where first_year = 2099"))
                .isPositive();
        execute("delete from published_series where first_year = 2099");
    }
}
