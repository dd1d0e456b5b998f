package org.gongkai.packaged;

import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.packaged.siege.Siege;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** The same backup while attacks of all kinds go on. */
@Tag("siege")
@Timeout(600)
class BackupUnderSiegeIT extends PackagedBackupIT {

    private final AtomicInteger nextAttack = new AtomicInteger();

    @Override
    void run(FaultInjectedService setup, FaultInjectionRun.Fault step) throws Exception {
        Siege siege = Siege.begin(setup::service, setup.attackerToken(), nextAttack);
        try {
            super.run(setup, step);
        } finally {
            siege.close();
        }
    }
}
