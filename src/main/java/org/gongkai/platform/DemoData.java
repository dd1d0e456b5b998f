package org.gongkai.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.cycle.CycleEntry;
import org.gongkai.cycle.Cycles;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.AgencyEntry;
import org.gongkai.registry.category.Categories;
import org.gongkai.registry.category.CategoryEntry;
import org.gongkai.registry.district.District;
import org.gongkai.registry.district.DistrictEntry;
import org.gongkai.registry.district.Districts;
import org.gongkai.security.Actor;
import org.jboss.logging.Logger;

/** Loads real reports into an empty embedded database, so that the first query has a result. */
@ApplicationScoped
class DemoData {

    private static final Logger LOG = Logger.getLogger(DemoData.class);

    private final ObjectMapper mapper;
    private final Districts districts;
    private final Categories categories;
    private final Agencies agencies;
    private final Cycles cycles;
    private final DemoReports reports;
    private final boolean enabled;

    DemoData(
            ObjectMapper mapper,
            Districts districts,
            Categories categories,
            Agencies agencies,
            Cycles cycles,
            DemoReports reports,
            @ConfigProperty(name = "gongkai.demo") boolean wanted) {
        this.mapper = mapper;
        this.districts = districts;
        this.categories = categories;
        this.agencies = agencies;
        this.cycles = cycles;
        this.reports = reports;
        this.enabled = wanted;
    }

    /**
     * Loads the demonstration data in one transaction, so that a service that is killed meanwhile loads them at its
     * next start.
     */
    @Transactional
    void loadAtFirstStart(@Observes StartupEvent start) throws IOException {
        if (enabled && Launcher.embedded().isPresent() && District.count() == 0) {
            LOG.infof("Loaded the demonstration set: %d reports", load());
        }
    }

    /**
     * Loads the demonstration data into an empty database.
     *
     * @return the number of reports
     */
    @Transactional
    int load() throws IOException {
        loadRegistry();
        return reports.load(entries());
    }

    /** Returns the reports of the set, and what becomes of them. */
    List<DemoReport> entries() throws IOException {
        return read("reports.json", new TypeReference<List<DemoReport>>() {});
    }

    private void loadRegistry() throws IOException {
        for (DistrictEntry district : read("districts.json", new TypeReference<List<DistrictEntry>>() {})) {
            districts.put(district.code(), district, Actor.DEMONSTRATION);
        }
        for (CategoryEntry category : read("categories.json", new TypeReference<List<CategoryEntry>>() {})) {
            categories.put(category.code(), category, Actor.DEMONSTRATION);
        }
        for (AgencyEntry agency : read("agencies.json", new TypeReference<List<AgencyEntry>>() {})) {
            agencies.put(agency.code(), agency, Actor.DEMONSTRATION);
        }
        for (CycleEntry cycle : read("cycles.json", new TypeReference<List<CycleEntry>>() {})) {
            cycles.put(ReportYear.fromString(String.valueOf(cycle.year())), cycle, Actor.DEMONSTRATION);
        }
    }

    private <T> T read(String file, TypeReference<T> type) throws IOException {
        try (InputStream json = open(file)) {
            return mapper.readValue(json, type);
        }
    }

    /** Opens a file of the demonstration set. */
    static InputStream open(String file) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + file);
    }
}
