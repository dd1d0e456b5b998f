package org.gongkai.packaged;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Tool;

/** Three processes of the packaged service on one database, as replicas behind a load balancer. */
final class Replicas implements AutoCloseable {

    static final int NUMBER = 3;

    private final Path folder;
    private final KillableDatabase database;
    private final Map<String, String> settings;
    private final List<ServiceProcess> processes = new ArrayList<>();

    /**
     * Starts a database and the replicas.
     *
     * @param settings environment variables beside those of the database
     */
    Replicas(Path folder, Map<String, String> settings) throws Exception {
        this.folder = folder;
        this.settings = settings;
        this.database = KillableDatabase.create(folder.resolve("server")).start();
        for (int number = 0; number < NUMBER; number++) {
            processes.add(start(number));
            if (number == 0) {
                // The first one makes the key that the others sign and check tokens with.
                processes.get(0).port();
            }
        }
        for (ServiceProcess process : processes) {
            process.port();
        }
    }

    private ServiceProcess start(int number) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("GONGKAI_HOME", folder.resolve("home").toString());
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + database.port() + "/postgres?ApplicationName=" + name(number));
        environment.put("QUARKUS_DATASOURCE_USERNAME", KillableDatabase.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        return ServiceProcess.start(Files.createFile(folder.resolve(name(number) + ".log")), environment);
    }

    /** Returns the name under which the database knows the connections of a replica. */
    static String name(int number) {
        return "replica-" + number;
    }

    KillableDatabase database() {
        return database;
    }

    List<ServiceProcess> all() {
        return processes;
    }

    ServiceProcess get(int number) {
        return processes.get(number);
    }

    /** Stops a replica without its knowledge, as a machine does that hangs. */
    void freeze(int number) throws Exception {
        signal("STOP", number);
    }

    /** Lets a replica go on that was stopped. */
    void unfreeze(int number) throws Exception {
        signal("CONT", number);
    }

    private void signal(String name, int number) throws Exception {
        Tool.run(List.of("kill", "-" + name, String.valueOf(get(number).handle().pid())));
    }

    /** Returns a request of the oversight office to a replica. */
    RequestSpecification oversight(int number) throws Exception {
        return get(number).oversight();
    }

    /** Replaces a list of the registry. */
    void load(String register, String csv) throws Exception {
        ServiceProcess.load(oversight(0), register, csv);
    }

    /** Kills all processes, because one that was stopped does not react to a request to end. */
    @Override
    public void close() {
        processes.stream().map(ServiceProcess::handle).forEach(ProcessHandle::destroyForcibly);
        database.close();
    }
}
