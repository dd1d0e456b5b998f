package org.gongkai.registry;

/**
 * The properties of an agency that determine the rules for its reports and their deadline.
 *
 * @param code code of the agency
 * @param kind kind of the agency
 * @param level rank of the level of its district
 */
public record ReportingAuthority(String code, AgencyKind kind, int level) {

    /**
     * Returns whether the agency may make rules (规章), as governments of provinces and of cities divided into districts
     * may.
     */
    public boolean mayMakeRules() {
        return kind == AgencyKind.GOVERNMENT && level <= DistrictLevel.CITY.rank();
    }
}
