package org.gongkai.registry.reach;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.gongkai.security.AgencyDistricts;
import org.gongkai.sql.NamedSql;
import org.gongkai.text.Characters;

/** Looks up the current districts of agencies for the check of access. */
@ApplicationScoped
class RegisteredDistricts implements AgencyDistricts {

    private static final NamedSql IS_WITHIN = NamedSql.of("""
            select exists (
                select 1 from agency a
                join district d on d.code = a.district
                join district named on named.code = any(:'districts')
                where a.code = :'agency' and starts_with(d.path, named.path))""");

    private static final NamedSql WITHIN = NamedSql.of("""
            select distinct a.code
            from agency a
            join district d on d.code = a.district
            join district named on named.code = any(:'districts')
            where starts_with(d.path, named.path)""");

    private final AgroalDataSource database;

    RegisteredDistricts(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public boolean isWithin(String agency, Set<String> districts) {
        if (!Characters.areStorable(agency)) {
            return false;
        }
        Map<String, ?> values = Map.of("agency", agency, "districts", codes(districts));
        try (Connection connection = database.getConnection()) {
            return IS_WITHIN.single(connection, values, row -> row.getBoolean(1));
        } catch (SQLException e) {
            throw new IllegalStateException("The district of an agency cannot be looked up", e);
        }
    }

    @Override
    public Set<String> within(Set<String> districts) {
        try (Connection connection = database.getConnection()) {
            return Set.copyOf(WITHIN.list(connection, Map.of("districts", codes(districts)), row -> row.getString(1)));
        } catch (SQLException e) {
            throw new IllegalStateException("The agencies of districts cannot be looked up", e);
        }
    }

    /** Returns the codes that may be registered. A token of a provider may have any text. */
    private static String[] codes(Set<String> districts) {
        return districts.stream().filter(Characters::areStorable).toArray(String[]::new);
    }
}
