package org.gongkai.filing.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.audit.Event;
import org.gongkai.registry.agency.Agencies;

/**
 * The reports that a transaction has loaded to change them.
 *
 * @param byAgency the reports by code of the agency; without unknown agencies
 * @param events the events of the transaction, in order; those of tests are dropped
 * @param holder the holder of the sandbox in which they are stored; empty for real reports
 */
public record LoadedReports(Map<String, AgencyReports> byAgency, List<Event> events, Optional<String> holder) {

    public boolean has(String agency) {
        return byAgency.containsKey(agency);
    }

    /** Returns the reports of an agency, or throws UNKNOWN_AGENCY. */
    public AgencyReports require(String agency) {
        return Optional.ofNullable(byAgency.get(agency)).orElseThrow(() -> Agencies.unknown(agency));
    }
}
