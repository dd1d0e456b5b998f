package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends requests with wrk, which uses little processor time itself. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("BENCH (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /** The number of agencies that submit by turns: several times the usual number of connections. */
    private static final int BLOCK = 64;

    private static final String SUMMARY = """

            function done(summary, latency, requests)
              local failed = summary.errors.connect + summary.errors.read + summary.errors.write
                + summary.errors.status + summary.errors.timeout
              io.write(string.format("BENCH %d %d %d %d %d\\n",
                summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
            end
            """;

    private final Path script;
    private final String url;

    private Wrk(Path script, String url) {
        this.script = script;
        this.url = url;
    }

    /** Creates a run that reads these paths in turn. */
    static Wrk get(Path script, Service service, List<String> paths, Map<String, String> headers) {
        return get(script, service.url("/"), paths, headers);
    }

    /** Creates a run that reads these paths of any server in turn. */
    static Wrk get(Path script, String url, List<String> paths, Map<String, String> headers) {
        return new Wrk(write(script, headers(headers) + list("paths", paths) + """

                local ready = {}
                local turn = 0
                function init(args)
                  for i, path in ipairs(paths) do ready[i] = wrk.format("GET", path) end
                end
                function request()
                  turn = turn + 1
                  return ready[turn % #ready + 1]
                end
                """ + SUMMARY), url);
    }

    /**
     * Creates a run that submits reports: those of a few agencies for one year after the other, then those of the next
     * agencies. So any part of the run has reports of all years, and an agency has none that is under way when its next
     * one is submitted.
     *
     * @param tokens one for each agency
     * @param bodies one report per year, from the first year, with the name of the sample agency
     */
    static Wrk submit(
            Path script, Service service, ThrowawayAgencies agencies, List<String> tokens, List<String> bodies) {
        return new Wrk(
                write(
                        script,
                        list("tokens", tokens)
                                + list("bodies", bodies)
                                + """

                local turn = -1
                function request()
                  turn = turn + 1
                  local block = math.floor(turn / (%1$d * #bodies))
                  local year = math.floor(turn / %1$d) %% #bodies
                  local agency = block * %1$d + turn %% %1$d
                  if agency >= #tokens then error("All prepared reports have been submitted") end
                  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. tokens[agency + 1] }
                  local body = string.gsub(bodies[year + 1], "%4$s", "%5$s" .. %2$d + agency)
                  return wrk.format("PUT", string.format("/api/v1/reports/%%d/%%d", %2$d + agency, %3$d + year), headers, body)
                end
                """.formatted(
                                                BLOCK,
                                                agencies.first(),
                                                Scale.FIRST_YEAR,
                                                ThrowawayAgencies.SAMPLE_NAME,
                                                ThrowawayAgencies.NAME)
                                + SUMMARY),
                service.url("/"));
    }

    /** Measures for a given time. */
    Throughput run(int clients, Duration time) {
        String printed = Commands.run(new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + clients,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "120s",
                "-s",
                script.toString(),
                url)));
        Matcher result = RESULT.matcher(printed);
        if (!result.find() || !result.group(3).equals("0")) {
            throw new IllegalStateException("Requests failed (" + script + "):\n" + printed);
        }
        double perSecond = Double.parseDouble(result.group(1)) / (Double.parseDouble(result.group(2)) / 1e6);
        return new Throughput(
                perSecond, Double.parseDouble(result.group(4)) / 1000, Double.parseDouble(result.group(5)) / 1000);
    }

    private static Path write(Path script, String lua) {
        try {
            return Files.writeString(script, lua);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> "wrk.headers[ %s ] = %s%n".formatted(quoted(header.getKey()), quoted(header.getValue())))
                .collect(Collectors.joining());
    }

    private static String list(String name, List<String> values) {
        return values.stream().map(Wrk::quoted).collect(Collectors.joining(",\n", "local " + name + " = {\n", "}\n"));
    }

    private static String quoted(String value) {
        return "[==[" + value + "]==]";
    }
}
