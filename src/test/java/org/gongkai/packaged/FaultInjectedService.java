package org.gongkai.packaged;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.packaged.siege.Siege;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Tool;

/** The packaged service, its database, a proxy between them, and clients that submit reports. */
final class FaultInjectedService implements AutoCloseable {

    static final int CONNECTIONS = 4;

    private static final int AGENCIES = 12;

    private final Path folder;
    private final DatabaseProxy proxy;
    private final String url;
    private final FaultInjectionRun faultInjectionRun;
    private String attackerToken;

    private volatile KillableDatabase database;
    private volatile ServiceProcess service;
    private volatile URI address;
    private int starts;
    private int runs;

    FaultInjectedService(Path folder, KillableDatabase database) throws Exception {
        this(folder, database, Optional.empty());
    }

    /** Starts the service on a database that it reaches through a pooler. */
    FaultInjectedService(Path folder, KillableDatabase database, PgBouncer pooler) throws Exception {
        this(folder, database, Optional.of(pooler));
    }

    private FaultInjectedService(Path folder, KillableDatabase database, Optional<PgBouncer> pooler) throws Exception {
        this.folder = folder;
        this.database = database;
        this.proxy = new DatabaseProxy(() -> pooler.map(PgBouncer::port).orElseGet(this.database::port));
        this.url = proxy.jdbcUrl() + (pooler.isPresent() ? PgBouncer.PARAMETERS : "");
        startService();
        this.faultInjectionRun = new FaultInjectionRun(() -> address, register(), oversightToken());
    }

    KillableDatabase database() {
        return database;
    }

    DatabaseProxy proxy() {
        return proxy;
    }

    FaultInjectionRun clients() {
        return faultInjectionRun;
    }

    ServiceProcess service() {
        return service;
    }

    /** Restarts the service on another database. */
    void moveTo(KillableDatabase other) throws Exception {
        service.terminate();
        database.close();
        database = other;
        startService();
    }

    /** Runs a command of the package on the database while the service is stopped, and waits for its end. */
    void runCommand(String... arguments) throws Exception {
        service.terminate();
        run(folder, url, database, arguments);
        startService();
    }

    /** Runs a command of the package on a database, and waits for its end. */
    static void run(Path folder, String url, KillableDatabase database, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(ServiceProcess.command());
        command.addAll(List.of(arguments));
        Tool.run(command, environment(folder, url, database));
    }

    /** Submits new reports of all agencies, and injects a fault when a third of them have their receipts. */
    void runWithFault(FaultInjectionRun.Fault fault) throws Exception {
        runs++;
        faultInjectionRun.run(runs, fault);
    }

    /** Submits new reports of all agencies, while the service is killed and started again. */
    void runWithKilledService() throws Exception {
        clients().allowBreaks(true);
        runWithFault(() -> {
            service().kill();
            startService();
        });
        clients().allowBreaks(false);
    }

    /** Submits new reports of all agencies in many batches at the same time. */
    void runBatches(int batches) throws Exception {
        runs++;
        faultInjectionRun.runBatches(runs, batches);
    }

    /** Returns a token of the agency whose token the attackers have. It submits nothing. */
    String attackerToken() {
        return attackerToken;
    }

    /** Checks that the database holds exactly the reports that have receipts. */
    void checkConsistency() throws Exception {
        new ConsistencyCheck(database, () -> service.oversight()).run(faultInjectionRun.receipts(), runs);
    }

    int ready() throws Exception {
        return service.request().get("/q/health/ready").statusCode();
    }

    void startService() throws Exception {
        List<String> command = ServiceProcess.command(
                "-Dquarkus.datasource.jdbc.max-size=" + CONNECTIONS,
                "-Dgongkai.webhooks.allow-private-networks=true",
                "-Dquarkus.datasource.jdbc.acquisition-timeout=3S",
                "-Dquarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout=5");
        Path log = Files.createFile(folder.resolve("service-" + starts++ + ".log"));
        service = ServiceProcess.start(log, environment(folder, url, database), command);
        address = URI.create("http://localhost:" + service.port());
    }

    private static Map<String, String> environment(Path folder, String url, KillableDatabase database) {
        return Map.of(
                "GONGKAI_HOME",
                folder.resolve("home").toString(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                KillableDatabase.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password());
    }

    private String oversightToken() throws IOException {
        return Files.readString(folder.resolve("home").resolve("oversight.token"));
    }

    /** Registers the agencies and returns a token for each. */
    private Map<String, String> register() throws Exception {
        load("districts", "code,name,parent,level\n430000,湖南省,,province");
        load("categories", "code,name\nfinance,财政");
        List<String> codes = IntStream.range(0, AGENCIES)
                .mapToObj(number -> "agency-" + number)
                .toList();
        load(
                "agencies",
                Stream.concat(Stream.of(Siege.AGENCY), codes.stream())
                        .map(code -> code + ",机关" + code + ",430000,finance,DEPARTMENT")
                        .collect(Collectors.joining("\n", "code,name,district,category,kind\n", "")));
        Map<String, String> tokens = new HashMap<>();
        attackerToken = service.token(Siege.AGENCY);
        for (String code : codes) {
            tokens.put(code, service.token(code));
        }
        return tokens;
    }

    private void load(String register, String csv) throws Exception {
        ServiceProcess.load(service.oversight(), register, csv);
    }

    @Override
    public void close() throws IOException {
        service.close();
        proxy.close();
        database.close();
    }
}
