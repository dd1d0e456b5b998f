package org.gongkai.bench;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.bench.Statements.Executed;

/**
 * The statements of the submissions of one agency, of the first year to the last, as a script for pgbench. Each client
 * of pgbench repeats them for one agency after the other.
 */
final class RecordedSubmissions {

    /** An array of numbers, codes or hashes in the format of the server's log. */
    private static final Pattern ARRAY = Pattern.compile("\\{(\"?[0-9a-f]+\"?(?:,\"?[0-9a-f]+\"?)*)}");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Counts through the reports of an agency, and then through the agencies of the client. */
    private static final String HEAD = """
            \\set turn :turn + 1
            \\set step :turn %% %1$d
            \\set agency :first + :client_id * :perclient + :turn / %1$d
            """.formatted(ThrowawayAgencies.YEARS.size());

    private final Postgres postgres;
    private final String database;
    private final Service service;
    private final ThrowawayAgencies agency;

    /**
     * Creates a recorder.
     *
     * @param agency the agency, which is registered and has not submitted anything
     */
    RecordedSubmissions(Postgres postgres, String database, Service service, ThrowawayAgencies agency) {
        this.postgres = postgres;
        this.database = database;
        this.service = service;
        this.agency = agency;
    }

    /** Submits a report for each year, and adds the statements of the service for it to a script. */
    PgBench addTo(PgBench script, List<String> bodies) {
        String token = service.tokenOf(String.valueOf(agency.first()));
        List<List<Executed>> steps = new Statements(postgres, database)
                .during(IntStream.range(0, bodies.size())
                        .<Runnable>mapToObj(
                                step -> () -> submit(ThrowawayAgencies.YEARS.get(step), bodies.get(step), token))
                        .toList());
        return script.addSteps("submit", HEAD, steps, this::expression);
    }

    /** Returns the variables of the script for a run with other agencies. */
    static List<String> variables(ThrowawayAgencies agencies, Settings settings) {
        return List.of("turn=-1", "first=" + agencies.first(), "perclient=" + agencies.number() / settings.clients());
    }

    private void submit(int year, String body, String token) {
        String path = "/api/v1/reports/%d/%d".formatted(agency.first(), year);
        String answer = service.submit(path, token, ThrowawayAgencies.bodyOf(agency.first(), body));
        if (!answer.contains("\"ACCEPTED\"")) {
            throw new IllegalStateException("Not accepted: " + answer);
        }
    }

    /** Returns the expression for a parameter that depends on the agency; null for other parameters. */
    private String expression(String parameter) {
        Matcher array = ARRAY.matcher(parameter);
        if (!array.matches()) {
            return element(parameter);
        }
        List<String> elements = Stream.of(array.group(1).split(","))
                .map(each -> element(each.replace("\"", "")))
                .toList();
        if (elements.contains(null)) {
            return null;
        }
        return Set.copyOf(elements).size() == 1
                ? "array_fill(%s, array[%d])".formatted(elements.get(0), elements.size())
                : "array[%s]".formatted(String.join(", ", elements));
    }

    private String element(String value) {
        if (value.equals(String.valueOf(agency.first()))) {
            return ":agency::text";
        }
        // The service looks for other agencies with the same content: there must not be thousands.
        return HASH.matcher(value).matches()
                ? "encode(sha256(convert_to(:agency::text || ' ' || :step::text, 'UTF8')), 'hex')"
                : null;
    }
}
