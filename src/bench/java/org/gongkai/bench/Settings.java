package org.gongkai.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of the benchmark, from the environment.
 *
 * @param seed the seed of the generated data
 * @param home folder of the database and of the service's own files
 * @param results folder of the results
 * @param postgres folder of PostgreSQL's programs
 * @param httpPort port of the service
 * @param databasePort port of PostgreSQL
 * @param clients number of parallel connections
 * @param streams number of batches loaded in parallel
 * @param rounds number of rounds of each side
 * @param round length of a round
 * @param warmUp maximum length of the warm-up before questions and submissions are measured
 * @param load how reports are loaded: {@code api} or {@code copy}
 * @param postgrest the program of PostgREST; empty if it is not measured
 * @param javaOptions further options of the service's virtual machine, for example to choose another collector
 * @param parts the parts of the benchmark to run; empty for all of them
 * @param reuse true to reuse a loaded database
 * @param given a database to measure, instead of those of the benchmark's own server; empty for these
 */
record Settings(
        long seed,
        Path home,
        Path results,
        Path postgres,
        int httpPort,
        int databasePort,
        int clients,
        int streams,
        int rounds,
        Duration round,
        Duration warmUp,
        String load,
        Optional<Path> postgrest,
        List<String> javaOptions,
        Set<String> parts,
        boolean reuse,
        Optional<Database> given) {

    static Settings of(Scale scale, Map<String, String> environment) {
        String seconds = scale == Scale.TINY ? "2" : "10";
        return new Settings(
                Long.parseLong(environment.getOrDefault("BENCH_SEED", "20260101")),
                Path.of(environment.get("BENCH_HOME")).toAbsolutePath(),
                Path.of(environment.get("BENCH_RESULTS")).toAbsolutePath(),
                Path.of(environment.getOrDefault("BENCH_PGBIN", "")),
                Integer.parseInt(environment.getOrDefault("BENCH_HTTP_PORT", "8089")),
                Integer.parseInt(environment.getOrDefault("BENCH_PG_PORT", "5489")),
                Integer.parseInt(environment.getOrDefault("BENCH_CLIENTS", "16")),
                Integer.parseInt(environment.getOrDefault("BENCH_STREAMS", "8")),
                Integer.parseInt(environment.getOrDefault("BENCH_ROUNDS", "3")),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("BENCH_SECONDS", seconds))),
                Duration.ofSeconds(
                        Long.parseLong(environment.getOrDefault("BENCH_WARMUP", scale == Scale.TINY ? "2" : "300"))),
                environment.getOrDefault("BENCH_LOAD", scale == Scale.TINY ? "api" : "copy"),
                Optional.ofNullable(environment.get("BENCH_POSTGREST")).map(Path::of),
                parts(environment, "BENCH_JAVA_OPTS", " +").toList(),
                parts(environment, "BENCH_PARTS", ",").collect(Collectors.toUnmodifiableSet()),
                environment.containsKey("BENCH_REUSE"),
                Optional.ofNullable(environment.get("BENCH_DATABASE")).map(Database::new));
    }

    /** True if a part of the benchmark is to be run. */
    boolean wants(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private static Stream<String> parts(Map<String, String> environment, String name, String separator) {
        return Pattern.compile(separator)
                .splitAsStream(environment.getOrDefault(name, ""))
                .filter(part -> !part.isBlank());
    }
}
