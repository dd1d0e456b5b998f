package org.gongkai.registry;

/**
 * What an agency may do, and what it is held to.
 *
 * @param code code of the agency
 * @param kind whose report it is
 * @param level rank of its district's level
 */
public record ReportingAuthority(String code, AgencyKind kind, int level) {

    /** Whether it has the power to make rules (规章): governments of provinces and of cities divided into districts have. */
    public boolean mayMakeRules() {
        return kind == AgencyKind.GOVERNMENT && level <= DistrictLevel.CITY.rank();
    }
}
