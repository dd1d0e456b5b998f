package org.gongkai.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How to measure, from the environment.
 *
 * @param seed what the data are made from
 * @param home folder for the database and the service's own files
 * @param results folder for what was measured
 * @param postgres folder of PostgreSQL's programs
 * @param httpPort port of the service
 * @param databasePort port of PostgreSQL
 * @param clients connections that ask at the same time
 * @param streams batches that are loaded at the same time
 * @param rounds how often each side is measured
 * @param round how long each time
 * @param warmUp how long reports are handed in at most before that is measured
 * @param load by what way the reports go in: {@code api} or {@code copy}
 * @param rebuild shell command that derives what the service keeps beside revisions, after a load by copy
 * @param reuse whether a database that is loaded is taken as it is
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
        String rebuild,
        boolean reuse) {

    static Settings of(Scale scale, Map<String, String> environment) {
        String seconds = scale == Scale.TINY ? "2" : "10";
        return new Settings(
                Long.parseLong(environment.getOrDefault("BENCH_SEED", "20260101")),
                Path.of(environment.get("BENCH_HOME")).toAbsolutePath(),
                Path.of(environment.get("BENCH_RESULTS")).toAbsolutePath(),
                Path.of(environment.get("BENCH_PGBIN")),
                Integer.parseInt(environment.getOrDefault("BENCH_HTTP_PORT", "8089")),
                Integer.parseInt(environment.getOrDefault("BENCH_PG_PORT", "5489")),
                Integer.parseInt(environment.getOrDefault("BENCH_CLIENTS", "16")),
                Integer.parseInt(environment.getOrDefault("BENCH_STREAMS", "8")),
                Integer.parseInt(environment.getOrDefault("BENCH_ROUNDS", "3")),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("BENCH_SECONDS", seconds))),
                Duration.ofSeconds(
                        Long.parseLong(environment.getOrDefault("BENCH_WARMUP", scale == Scale.TINY ? "2" : "300"))),
                environment.getOrDefault("BENCH_LOAD", scale == Scale.COUNTRY ? "copy" : "api"),
                environment.getOrDefault("BENCH_REBUILD", ""),
                environment.containsKey("BENCH_REUSE"));
    }
}
