package org.gongkai.packaged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A coordinator of Citus with some workers, all on this machine. */
final class CitusCluster implements AutoCloseable {

    /** The system property with the folder of the programs of a PostgreSQL that has Citus. */
    static final String PROGRAMS = "gongkai.test.citus";

    /** Shards move by logical replication. A change whose second phase a worker has missed is completed within a second. */
    private static final String SETTINGS = """
            shared_preload_libraries = 'citus'
            wal_level = logical
            max_connections = 150
            max_prepared_transactions = 200
            max_worker_processes = 24
            shared_buffers = 64MB
            fsync = off
            citus.shard_count = 8
            citus.recover_2pc_interval = 1s
            citus.node_conninfo = 'sslmode=disable'
            citus.enable_statistics_collection = off
            """;

    private final Path folder;
    private final KillableDatabase coordinator;
    private final List<KillableDatabase> workers = new ArrayList<>();

    private CitusCluster(Path folder, KillableDatabase coordinator) {
        this.folder = folder;
        this.coordinator = coordinator;
    }

    /** Starts a cluster with an empty database. */
    static CitusCluster start(Path folder, int workers) throws Exception {
        CitusCluster cluster = new CitusCluster(folder, server(folder.resolve("coordinator")));
        cluster.coordinator.execute(
                "select citus_set_coordinator_host('localhost', " + cluster.coordinator.port() + ")");
        for (int worker = 0; worker < workers; worker++) {
            cluster.addWorker();
        }
        return cluster;
    }

    private static KillableDatabase server(Path folder) throws Exception {
        KillableDatabase server = KillableDatabase.create(folder, Path.of(System.getProperty(PROGRAMS)))
                .configure(SETTINGS)
                .start();
        server.execute("create extension citus");
        return server;
    }

    KillableDatabase coordinator() {
        return coordinator;
    }

    KillableDatabase worker(int number) {
        return workers.get(number);
    }

    /** Starts another worker and registers it. It has no shards until they are moved to it. */
    void addWorker() throws Exception {
        KillableDatabase worker = server(folder.resolve("worker-" + workers.size()));
        workers.add(worker);
        coordinator.execute("select citus_add_node('localhost', " + worker.port() + ")");
    }

    /** Runs a command of the package on the coordinator, and waits for its end. */
    void run(Path folder, String command) throws Exception {
        FaultInjectedService.run(
                folder, "jdbc:postgresql://localhost:%d/postgres".formatted(coordinator.port()), coordinator, command);
    }

    /** Moves shards until all workers have as many. Returns when they are moved. */
    void rebalance() throws Exception {
        coordinator.execute("select rebalance_table_shards()");
    }

    @Override
    public void close() {
        workers.forEach(KillableDatabase::close);
        coordinator.close();
    }
}
