package org.gongkai.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** Level of an administrative division, from the province down. */
@Schema(enumeration = {"province", "city", "county", "town"})
public enum DistrictLevel {
    PROVINCE,
    CITY,
    COUNTY,
    TOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Called by the framework with the value of a parameter. */
    public static DistrictLevel fromString(String code) {
        return ParameterFault.choose("level", code, values(), DistrictLevel::code);
    }

    @Override
    public String toString() {
        return code();
    }

    /** The number the database orders levels by: 1 for provinces. */
    public int rank() {
        return ordinal() + 1;
    }

    static DistrictLevel ofRank(int rank) {
        return values()[rank - 1];
    }

    /** The level below; towns have none. */
    Optional<DistrictLevel> below() {
        return this == TOWN ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The level a code of GB/T 2260 speaks of: 430000 a province, 430200 a city, 430212 a county, 430212100 a town. */
    static Optional<DistrictLevel> ofGb2260(String code) {
        if (code.matches("[0-9]{2}0000")) {
            return Optional.of(PROVINCE);
        }
        if (code.matches("[0-9]{4}00")) {
            return Optional.of(CITY);
        }
        if (code.matches("[0-9]{6}")) {
            return Optional.of(COUNTY);
        }
        return code.matches("[0-9]{9}|[0-9]{12}") ? Optional.of(TOWN) : Optional.empty();
    }
}
