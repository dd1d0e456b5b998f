package org.gongkai.bench;

import java.math.BigDecimal;
import org.gongkai.bench.SampleRegistry.Office;
import org.gongkai.form.statutory.AnnualReport;
import org.gongkai.form.statutory.AnnualReport2019;
import org.gongkai.form.statutory.DisputeResults;
import org.gongkai.form.statutory.Disputes;
import org.gongkai.form.statutory.Documents;
import org.gongkai.form.statutory.Forms;
import org.gongkai.form.statutory.Litigation;
import org.gongkai.form.statutory.ProactiveDisclosure;
import org.gongkai.form.statutory.ProactiveDisclosure2019;
import org.gongkai.form.statutory.ProactiveDisclosure2019.Documents2019;
import org.gongkai.form.statutory.ProactiveDisclosure2019.ListedItems;
import org.gongkai.form.statutory.ProactiveDisclosure2019.ListedServices;
import org.gongkai.form.statutory.ProactiveDisclosure2019.Procurement;

/**
 * Generates the reports of one agency, year by year. They balance, continue from each other, and break no rule. Most
 * figures are 0, as in real reports: an agency receives a handful of requests a year; a few receive hundreds.
 */
final class ReportSeries {

    private static final double[] RESULTS = {0.5, 0.1, 0.3, 0.1};
    private static final double MAX_REQUESTS = 400;

    private final SeededRandom seededRandom;
    private final Phrases phrases;
    private final SampleRequests requests;
    private final double reconsiderations;
    private final double litigations;
    private final double licences;
    private final double penalties;
    private final double measures;
    private final double fees;
    private final double documents;
    private final long items;
    private long inForce;

    ReportSeries(long seed, Office office) {
        AgencyProfile profile = office.profile();
        this.seededRandom = new SeededRandom(seed, office.code());
        this.phrases = new Phrases(office);
        double level = seededRandom.nextBoolean(0.2) ? 0 : Math.min(MAX_REQUESTS, seededRandom.level(profile.requests));
        this.requests = new SampleRequests(seededRandom, level);
        this.reconsiderations = level < 5 ? 0 : level * 0.06;
        this.litigations = level < 5 ? 0 : level * 0.04;
        this.licences = seededRandom.level(profile.licences);
        this.penalties = seededRandom.level(profile.penalties);
        this.measures = seededRandom.level(profile.measures);
        this.fees = seededRandom.level(profile.fees);
        this.documents = seededRandom.level(profile.documents);
        this.items = seededRandom.around(profile.licences > 0 ? 12 : 0);
        this.inForce = seededRandom.around(documents * 4);
    }

    /** Returns the report of a year, in the form of that year. Years must be requested in ascending order. */
    Record report(int year) {
        return year < Forms.OF_2021.firstYear() ? in2019Form(year) : in2021Form(year);
    }

    private AnnualReport in2021Form(int year) {
        ProactiveDisclosure disclosed = new ProactiveDisclosure(
                new Documents(0, 0, 0),
                documents(),
                seededRandom.around(licences),
                seededRandom.around(penalties),
                seededRandom.around(measures),
                amount(fees));
        requests.nextYear();
        Disputes disputes = disputes();
        return new AnnualReport(
                phrases.overview(year, requests.received(), disputes),
                disclosed,
                requests.table(),
                disputes,
                phrases.problems(year),
                phrases.otherMatters());
    }

    private AnnualReport2019 in2019Form(int year) {
        requests.nextYear();
        Disputes disputes = disputes();
        return new AnnualReport2019(
                phrases.overview(year, requests.received(), disputes),
                disclosed2019(),
                requests.table2019(),
                disputes,
                phrases.problems(year),
                phrases.otherMatters());
    }

    private ProactiveDisclosure2019 disclosed2019() {
        long made = seededRandom.around(documents);
        inForce += made;
        return new ProactiveDisclosure2019(
                new Documents2019(0, 0, 0),
                new Documents2019(made, made, inForce),
                new ListedItems(items, 0),
                seededRandom.around(licences),
                new ListedServices(items, 0, seededRandom.around(licences / 2)),
                new ListedItems(items, 0),
                seededRandom.around(penalties),
                new ListedItems(items, 0),
                seededRandom.around(measures),
                new ListedItems(fees > 0 ? 3 : 0, 0),
                new Procurement(0, BigDecimal.ZERO));
    }

    private Documents documents() {
        long issued = seededRandom.around(documents);
        long repealed = Math.min(inForce + issued, seededRandom.around(documents * 0.8));
        inForce += issued - repealed;
        return new Documents(issued, repealed, inForce);
    }

    private Disputes disputes() {
        DisputeResults reconsideration = results(seededRandom.around(reconsiderations));
        long[] suits = seededRandom.divide(seededRandom.around(litigations), 0.55, 0.45);
        return new Disputes(reconsideration, new Litigation(results(suits[0]), results(suits[1])));
    }

    private DisputeResults results(long cases) {
        long[] by = seededRandom.divide(cases, RESULTS);
        return new DisputeResults(by[0], by[1], by[2], by[3], cases);
    }

    /** Returns an amount with at most two decimals and without trailing zeros, as the service stores it. */
    private BigDecimal amount(double level) {
        BigDecimal amount = BigDecimal.valueOf(seededRandom.around(level * 100), 2);
        return new BigDecimal(amount.stripTrailingZeros().toPlainString());
    }
}
