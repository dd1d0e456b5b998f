package org.gongkai.packaged;

import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.packaged.siege.Siege;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** The same faults while attacks of all kinds go on. The tests of a run take turns with the attacks. */
@Tag("siege")
@Timeout(600)
class FaultsUnderSiegeIT extends PackagedFaultsIT {

    private final AtomicInteger nextAttack = new AtomicInteger();

    private Siege siege;

    @BeforeEach
    void attack() {
        siege = Siege.begin(setup::service, setup.attackerToken(), nextAttack);
    }

    @AfterEach
    void endAttack() throws Exception {
        siege.close();
    }
}
