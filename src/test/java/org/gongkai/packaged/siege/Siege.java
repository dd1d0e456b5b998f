package org.gongkai.packaged.siege;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.testing.ServiceProcess;

/** Attacks of all kinds, several at the same time, on a service that may be killed and started again meanwhile. */
public final class Siege {

    /** The agency whose token the attackers have. */
    public static final String AGENCY = "350128-finance";

    private static final int ATTACKERS = 3;
    private static final int SECONDS = 2;

    private final Callable<ServiceProcess> service;
    private final String token;
    private final AtomicInteger next;
    private final List<Thread> attackers = new ArrayList<>();

    private volatile boolean ended;

    private Siege(Callable<ServiceProcess> service, String token, AtomicInteger next) {
        this.service = service;
        this.token = token;
        this.next = next;
    }

    /**
     * Begins a siege.
     *
     * @param service returns the process that serves at the moment
     * @param token a token of {@link #AGENCY}
     * @param next number of the next attack, from which a later siege goes on
     */
    public static Siege begin(Callable<ServiceProcess> service, String token, AtomicInteger next) {
        Siege siege = new Siege(service, token, next);
        for (int attacker = 0; attacker < ATTACKERS; attacker++) {
            siege.attackers.add(new Thread(siege::attack, "attacker-" + attacker));
        }
        siege.attackers.forEach(Thread::start);
        return siege;
    }

    private void attack() {
        List<Attack> attacks = Attacks.all();
        while (!ended) {
            Attack attack = attacks.get(next.getAndIncrement() % attacks.size());
            try {
                Target target = new Target(service.call().port(), token);
                attack.action().run(target, System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS));
            } catch (Exception unreachable) {
                pause();
            }
        }
    }

    /** Waits before the next attack on a service that has been killed. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the siege, after the attacks that are under way. */
    public void close() throws InterruptedException {
        ended = true;
        for (Thread attacker : attackers) {
            attacker.join();
        }
    }
}
