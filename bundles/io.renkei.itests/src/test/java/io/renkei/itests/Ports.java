package io.renkei.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ports of one gateway and its simulated ministries, free when they were drawn. */
record Ports(
        String https,
        String ssh,
        String sandbox,
        String sandboxSsh,
        String sandboxCompany,
        String people,
        String peopleTls) {

    private static final int LOWEST = 20_000;
    private static final int EACH = 2_000;
    private static final int FORKS = 6;

    private static int drawn;

    static Ports drawn() {
        return new Ports(free(), free(), free(), free(), free(), free(), free());
    }

    /** As {@code ./renkei} takes them. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RENKEI_HTTPS_PORT", https);
        environment.put("RENKEI_SSH_PORT", ssh);
        environment.put("RENKEI_SANDBOX_PORT", sandbox);
        environment.put("RENKEI_SANDBOX_SSH_PORT", sandboxSsh);
        environment.put("RENKEI_SANDBOX_COMPANY_PORT", sandboxCompany);
        environment.put("RENKEI_PEOPLE_PORT", people);
        environment.put("RENKEI_PEOPLE_TLS_PORT", peopleTls);
        return environment;
    }

    /**
     * Below those that a system gives to outgoing connections, and of a range of this process's own: what is drawn stays free
     * for who drew it, also while that is down.
     */
    static synchronized String free() {
        int fork = Integer.getInteger("renkei.fork", 1);
        int first = LOWEST + (fork - 1) % FORKS * EACH;
        for (int tried = 0; tried < EACH; tried++) {
            int port = first + drawn++ % EACH;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException e) {
                // Somebody has it: the next one.
            }
        }
        throw new IllegalStateException("no port from " + first + " on is free");
    }
}
