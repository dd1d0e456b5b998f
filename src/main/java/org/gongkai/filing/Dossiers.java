package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.cycle.Deadlines;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Standing;
import org.gongkai.rules.RuleBook;
import org.gongkai.trail.Event;

/** Opens the dossiers of agencies, and stores what has been changed in them. */
@ApplicationScoped
class Dossiers {

    private final Archive archive;
    private final Ledger ledger;

    Dossiers(Archive archive, Ledger ledger) {
        this.archive = archive;
        this.ledger = ledger;
    }

    /**
     * The dossiers that are open in a transaction.
     *
     * @param ofAgencies by the code of the agency; none for a code that no agency has
     * @param events what has happened to them, in order
     */
    record Desk(Map<String, Dossier> ofAgencies, List<Event> events) {

        boolean has(String agency) {
            return ofAgencies.containsKey(agency);
        }

        /** That of an agency, which must be known. */
        Dossier require(String agency) {
            return Optional.ofNullable(ofAgencies.get(agency)).orElseThrow(() -> Agencies.unknown(agency));
        }
    }

    /** Opens those of the agencies whose reports are to be changed. Nobody else can do so until the transaction ends. */
    Desk open(Collection<FilingId> reports) {
        Map<String, IntSummaryStatistics> years = years(reports);
        return desk(Agencies.lock(years.keySet()), years);
    }

    /** Opens that of the agency, which must be known, to look something up. */
    Dossier view(FilingId report) {
        Map<String, IntSummaryStatistics> years = years(List.of(report));
        return desk(Agencies.standings(years.keySet()), years).require(report.agency());
    }

    /** Stores what has been changed. */
    void store(Desk desk) {
        ledger.write(desk.ofAgencies().values());
        ledger.write(desk.events());
    }

    private static Map<String, IntSummaryStatistics> years(Collection<FilingId> reports) {
        return reports.stream()
                .collect(Collectors.groupingBy(
                        FilingId::agency, TreeMap::new, Collectors.summarizingInt(FilingId::year)));
    }

    private Desk desk(Map<String, Standing> agencies, Map<String, IntSummaryStatistics> years) {
        List<Archive.Span> spans = agencies.keySet().stream()
                .map(agency -> span(agency, years.get(agency)))
                .toList();
        Map<String, NavigableMap<Integer, Docket>> dockets = archive.read(spans);
        Deadlines deadlines = deadlines(spans);
        List<Event> events = new ArrayList<>();
        Map<String, Dossier> dossiers = new TreeMap<>();
        for (Archive.Span span : spans) {
            String agency = span.agency();
            dossiers.put(
                    agency, new Dossier(agencies.get(agency), span, dockets.get(agency), deadlines, archive, events));
        }
        return new Desk(dossiers, events);
    }

    /** What is judged looks back, and what comes after looks back at it. */
    private static Archive.Span span(String agency, IntSummaryStatistics years) {
        return new Archive.Span(
                agency,
                years.getMin() - RuleBook.YEARS_OF_HISTORY,
                years.getMin(),
                years.getMax() + RuleBook.YEARS_OF_HISTORY);
    }

    private static Deadlines deadlines(List<Archive.Span> spans) {
        return Deadlines.of(
                spans.stream().map(Archive.Span::agency).toList(),
                spans.stream().mapToInt(Archive.Span::first).min().orElse(0),
                spans.stream().mapToInt(Archive.Span::last).max().orElse(0));
    }
}
