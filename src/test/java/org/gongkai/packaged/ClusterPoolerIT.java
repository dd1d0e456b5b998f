package org.gongkai.packaged;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The packaged service through PgBouncer, on the coordinator of a cluster. Run by hand like {@link ClusterFaultsIT}. */
@EnabledIfSystemProperty(named = CitusCluster.PROGRAMS, matches = ".+")
class ClusterPoolerIT extends PoolerScenarios {

    private CitusCluster cluster;

    @Override
    KillableDatabase startDatabase(Path folder) throws Exception {
        cluster = CitusCluster.start(folder, 2);
        cluster.run(folder, "migrate");
        cluster.run(folder, "distribute");
        return cluster.coordinator();
    }

    @Override
    @AfterAll
    void stop() throws Exception {
        super.stop();
        if (cluster != null) {
            cluster.close();
        }
    }
}
