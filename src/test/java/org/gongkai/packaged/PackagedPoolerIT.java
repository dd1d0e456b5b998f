package org.gongkai.packaged;

import java.nio.file.Path;

/** The packaged service through PgBouncer, on one server. */
class PackagedPoolerIT extends PoolerScenarios {

    @Override
    KillableDatabase startDatabase(Path folder) throws Exception {
        return KillableDatabase.create(folder.resolve("server")).start();
    }
}
