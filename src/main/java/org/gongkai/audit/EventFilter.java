package org.gongkai.audit;

/**
 * A choice of events.
 *
 * @param agencies codes of the agencies that the events are about; {@code null} for all events
 * @param types names of the types of the events; {@code null} for all
 * @param years the report years that the events are about, if they are about one; {@code null} for all
 * @param ended whether events of agencies are among them that have ended, or whose issued tokens are no longer valid
 */
public record EventFilter(String[] agencies, String[] types, Integer[] years, boolean ended) {

    /** Agencies that have ended, and those for which tokens were issued, none of which is valid any more, receive nothing. */
    private static final String OF_ACTIVE_AGENCIES = """
             and not exists (select 1 from agency a where a.code = e.agency
                             and a.valid_to < cast(clock_timestamp() at time zone 'Asia/Shanghai' as date))
             and (not exists (select 1 from issued_token t where t.role = 'submitter' and e.agency = any(t.agencies))
                  or exists (select 1 from issued_token t
                             where t.role = 'submitter' and e.agency = any(t.agencies) and t.expires_at > clock_timestamp()
                               and (t.revoked_at is null or t.revoked_at > clock_timestamp())))""";

    /** All events. */
    public static final EventFilter ALL = new EventFilter(null, null, null, true);

    EventFilter ofAgencies(String[] codes) {
        return new EventFilter(codes, types, years, ended);
    }

    EventFilter ofYears(Integer[] only) {
        return new EventFilter(agencies, types, only, ended);
    }

    /** Returns the condition in SQL. */
    String condition() {
        return (agencies == null ? "" : " and e.agency = any(cast(:agencies as text[]))")
                + (types == null ? "" : " and e.type = any(cast(:types as text[]))")
                + (years == null ? "" : " and (e.year is null or e.year = any(cast(:years as integer[])))")
                + (ended ? "" : OF_ACTIVE_AGENCIES);
    }
}
