package org.gongkai.packaged;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The packaged service through PgBouncer, on one server. */
@Tag("thorough")
class PackagedPoolerIT extends PoolerScenarios {

    @Override
    KillableDatabase startDatabase(Path folder) throws Exception {
        return KillableDatabase.create(folder.resolve("server")).start();
    }
}
