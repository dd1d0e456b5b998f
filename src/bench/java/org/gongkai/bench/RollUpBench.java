package org.gongkai.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures cached roll-ups against an endpoint that does no work. */
final class RollUpBench {

    private final Settings settings;
    private final Service service;

    RollUpBench(Settings settings, Service service) {
        this.settings = settings;
        this.service = service;
    }

    /** Measures a cached response against a response of the same length from the endpoint that does no work. */
    PairedRun cached(String path) {
        int length = service.get(path).body().getBytes(StandardCharsets.UTF_8).length;
        return againstBareEndpoint("cached", path, Map.of(), length);
    }

    /** Measures "Not modified" (304) against an empty response; empty if the service sends no entity tag. */
    Optional<PairedRun> notModified(String path) {
        HttpResponse<String> answer = service.get(path);
        return answer.headers()
                .firstValue("ETag")
                .map(tag -> againstBareEndpoint("not-modified", path, Map.of("If-None-Match", tag), 0));
    }

    private PairedRun againstBareEndpoint(String name, String path, Map<String, String> headers, int length) {
        Wrk queries = Wrk.get(settings.results().resolve("wrk-" + name + ".lua"), service, List.of(path), headers);
        Wrk bare = Wrk.get(
                settings.results().resolve("wrk-bare-" + name + ".lua"),
                service,
                List.of("/bench/bytes?size=" + length),
                Map.of());
        return PairedRun.of(
                name,
                settings.rounds(),
                () -> queries.run(settings.clients(), settings.round()),
                () -> bare.run(settings.clients(), settings.round()));
    }
}
