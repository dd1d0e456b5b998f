package org.gongkai.statistics.data;

import java.util.Map;

/** The relations a roll-up reads: tables as they are now, or as they were. */
public final class SourceTables {

    private static final String THEN = "(select * from %s_version where since <= :asOf and :asOf < until)";

    /** At most one revision of a report is in force. */
    private static final String ACCEPTED =
            "(select year, agency, revision from %s where status = 'ACCEPTED' and year %s)";

    /** Of those in force and those that wait, the newest. */
    private static final String SUBMITTED = """
            (select distinct on (year, agency) year, agency, revision from %s
             where status in ('SUBMITTED', 'ACCEPTED') and year %s order by year, agency, revision desc)""";

    private static final String UNLISTED_NOW = "(select year, agency from filing where unlisted)";

    private static final String UNLISTED_THEN = """
            (select distinct r.year, r.agency from %s r
             where r.year %s and not exists (select from %s o where o.year = r.year and o.agency = r.agency))""";

    private static final String STATE_NOW =
            "select cast(sum(changes) as bigint), (select max(at) from data_change) from data_version";

    private static final String STATE_THEN =
            "select cast(coalesce(sum(changes), 0) as bigint), cast(:asOf as timestamptz) from data_change where at <= :asOf";

    private SourceTables() {}

    /**
     * What stands for their names in a statement.
     *
     * @param then whether they are wanted as they were
     * @param years which years are asked for, as the right side of a condition
     */
    public static Map<String, Object> of(boolean then, Basis basis, String years) {
        String revision = then ? table("revision", then) + " v" : "revision";
        return Map.of(
                "district", table("district", then),
                "category", table("category", then),
                "agency", table("agency", then),
                "cycle", table("cycle", then),
                "obligation", table("obligation", then),
                "unlisted",
                        then
                                ? UNLISTED_THEN.formatted(table("revision", then), years, table("obligation", then))
                                : UNLISTED_NOW,
                "counted", (basis == Basis.ACCEPTED ? ACCEPTED : SUBMITTED).formatted(revision, years),
                "state", then ? STATE_THEN : STATE_NOW);
    }

    private static String table(String name, boolean then) {
        return then ? THEN.formatted(name) : name;
    }
}
