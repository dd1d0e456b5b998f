package org.gongkai.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Office;

/** The first reports of new agencies of all districts, on the last year, as they arrive in a January. */
final class NewReports {

    private final Service service;
    private final Iterator<Submission> submissions;

    private NewReports(Service service, Iterator<Submission> submissions) {
        this.service = service;
        this.submissions = submissions;
    }

    private record Submission(Submittable report, String token) {}

    /** Registers the agencies, one district after the other and again from the first, and prepares their reports. */
    static NewReports of(Settings settings, Service service, Scale scale, int number) {
        List<Office> offices = offices(scale, number);
        new Loader(service).agencies(offices);
        BenchReports series = new BenchReports(settings.seed(), offices);
        List<Submittable> reports = List.of();
        for (int year : scale.years()) {
            reports = series.of(year).toList();
        }
        return new NewReports(
                service,
                reports.parallelStream()
                        .map(report -> new Submission(report, service.tokenOf(report.agency())))
                        .toList()
                        .iterator());
    }

    private static List<Office> offices(Scale scale, int number) {
        List<String> districts = SampleRegistry.of(scale).districts();
        List<Office> offices = new ArrayList<>();
        IntStream.range(0, number).forEach(i -> {
            String code = "%s-new-%d".formatted(districts.get(i % districts.size()), i);
            offices.add(new Office(code, "新设局" + i, districts.get(i % districts.size()), AgencyProfile.HOUSING));
        });
        return offices;
    }

    /** Submits the next report, which must come into force. */
    synchronized void submitNext() {
        if (!submissions.hasNext()) {
            throw new IllegalStateException("All prepared reports have been submitted");
        }
        Submission next = submissions.next();
        String receipt = service.submit(
                "/api/v1/reports/%s/%d"
                        .formatted(next.report().agency(), next.report().year()),
                next.token(),
                next.report().json());
        if (!receipt.contains("\"ACCEPTED\"")) {
            throw new IllegalStateException("Not accepted: " + receipt);
        }
    }
}
