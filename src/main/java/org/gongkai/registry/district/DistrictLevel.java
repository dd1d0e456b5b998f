package org.gongkai.registry.district;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** The level of an administrative division, from the province down. */
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

    /** Parses the value of a parameter. The framework calls this method. */
    public static DistrictLevel fromString(String code) {
        return ParameterFault.choose("level", code, values(), DistrictLevel::code);
    }

    /** Returns the Chinese name of the level. */
    String label() {
        return switch (this) {
            case PROVINCE -> "省";
            case CITY -> "市";
            case COUNTY -> "县";
            case TOWN -> "乡镇";
        };
    }

    @Override
    public String toString() {
        return code();
    }

    /** Returns the rank of the level, by which the database sorts: 1 for provinces. */
    public int rank() {
        return ordinal() + 1;
    }

    /** Returns the level with a rank. */
    public static DistrictLevel ofRank(int rank) {
        return values()[rank - 1];
    }

    /** Returns the next lower level; empty for towns. */
    Optional<DistrictLevel> below() {
        return this == TOWN ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /**
     * Returns the level of a code of GB/T 2260: 430000 is a province, 430200 a city, 430212 a county, 430212100 a town.
     */
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
