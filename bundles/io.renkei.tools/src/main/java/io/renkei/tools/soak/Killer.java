package io.renkei.tools.soak;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Kills at moments and in an order that its random numbers decide. */
final class Killer {

    private static final int SHORTEST_MILLIS = 1_000;
    private static final int LONGEST_MILLIS = 15_000;
    private static final int LONGEST_DOWN_MILLIS = 3_000;
    private static final int CASES = 5;

    private final Victim gateway;
    private final Victim sandbox;
    private final RandomGenerator random;

    Killer(Victim gateway, Victim sandbox, RandomGenerator random) {
        this.gateway = gateway;
        this.sandbox = sandbox;
        this.random = random;
    }

    /**
     * Waits, kills one or both, and starts them again.
     *
     * @return how many were killed
     */
    int once(SoakProgress progress) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        List<Victim> victims = victims();
        for (Victim victim : victims) {
            victim.kill();
            progress.killed(victim.name());
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DOWN_MILLIS));
        for (Victim victim : victims) {
            victim.start();
            progress.started(victim.name());
        }
        return victims.size();
    }

    /** Three times of five the gateway, once the ministries, once both. */
    private List<Victim> victims() {
        int drawn = random.nextInt(CASES);
        if (drawn == 0) {
            return List.of(sandbox);
        }
        return drawn == 1 ? List.of(sandbox, gateway) : List.of(gateway);
    }
}
