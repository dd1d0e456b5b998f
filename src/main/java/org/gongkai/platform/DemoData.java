package org.gongkai.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.cycle.CycleEntry;
import org.gongkai.cycle.Cycles;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.submission.Submission;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.filing.submission.ValidatedReport;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.AgencyEntry;
import org.gongkai.registry.Categories;
import org.gongkai.registry.CategoryEntry;
import org.gongkai.registry.District;
import org.gongkai.registry.DistrictEntry;
import org.gongkai.registry.Districts;
import org.gongkai.security.Actor;
import org.jboss.logging.Logger;

/** Loads real reports into an empty embedded database, so that the first query has a result. */
@ApplicationScoped
class DemoData {

    private static final Actor ACTOR = new Actor("demonstration", null);

    private static final Logger LOG = Logger.getLogger(DemoData.class);

    private final ObjectMapper mapper;
    private final Districts districts;
    private final Categories categories;
    private final Agencies agencies;
    private final Cycles cycles;
    private final Submissions submissions;
    private final Clock clock;
    private final ObjectReader exact;
    private final boolean enabled;

    DemoData(
            ObjectMapper mapper,
            Districts districts,
            Categories categories,
            Agencies agencies,
            Cycles cycles,
            Submissions submissions,
            Clock clock,
            @ConfigProperty(name = "gongkai.demo") boolean wanted) {
        this.mapper = mapper;
        this.exact = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.districts = districts;
        this.categories = categories;
        this.agencies = agencies;
        this.cycles = cycles;
        this.submissions = submissions;
        this.clock = clock;
        this.enabled = wanted;
    }

    /**
     * Loads the demonstration data in one transaction, so that a service that is killed meanwhile loads them at its
     * next start.
     */
    @Transactional
    void load(@Observes StartupEvent start) throws IOException {
        if (enabled && Launcher.embedded().isPresent() && District.count() == 0) {
            loadRegistry();
            int reports = loadReports();
            LOG.infof("Loaded the demonstration set: %d reports", reports);
        }
    }

    private void loadRegistry() throws IOException {
        for (DistrictEntry district : read("districts.json", new TypeReference<List<DistrictEntry>>() {})) {
            districts.put(district.code(), district, ACTOR);
        }
        for (CategoryEntry category : read("categories.json", new TypeReference<List<CategoryEntry>>() {})) {
            categories.put(category.code(), category, ACTOR);
        }
        for (AgencyEntry agency : read("agencies.json", new TypeReference<List<AgencyEntry>>() {})) {
            agencies.put(agency.code(), agency, ACTOR);
        }
        for (CycleEntry cycle : read("cycles.json", new TypeReference<List<CycleEntry>>() {})) {
            cycles.put(ReportYear.fromString(String.valueOf(cycle.year())), cycle, ACTOR);
        }
    }

    private int loadReports() throws IOException {
        List<Sample> samples = read("reports.json", new TypeReference<List<Sample>>() {});
        for (Sample sample : samples) {
            try (InputStream report = open("reports/" + sample.agency() + "-" + sample.year() + ".json")) {
                ValidatedReport validated = ValidatedReport.of(new Submission(
                        sample.agency(),
                        ReportYear.fromString(sample.year()),
                        exact.readTree(report),
                        sample.explanations() == null ? List.of() : sample.explanations(),
                        Preconditions.NONE,
                        ACTOR,
                        clock.instant()));
                submissions.commit(List.of(validated)).get(0).orElseThrow();
            }
        }
        return samples.size();
    }

    private <T> T read(String file, TypeReference<T> type) throws IOException {
        try (InputStream json = open(file)) {
            return mapper.readValue(json, type);
        }
    }

    private static InputStream open(String file) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + file);
    }

    private record Sample(String agency, String year, List<ExplanationEntry> explanations) {}
}
