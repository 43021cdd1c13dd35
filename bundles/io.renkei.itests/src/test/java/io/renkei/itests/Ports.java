package io.renkei.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ports of one gateway and its simulated ministries, free when they were drawn. */
record Ports(String https, String ssh, String sandbox, String sandboxSsh, String people, String peopleTls) {

    static Ports drawn() {
        return new Ports(free(), free(), free(), free(), free(), free());
    }

    /** As {@code ./renkei} takes them. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RENKEI_HTTPS_PORT", https);
        environment.put("RENKEI_SSH_PORT", ssh);
        environment.put("RENKEI_SANDBOX_PORT", sandbox);
        environment.put("RENKEI_SANDBOX_SSH_PORT", sandboxSsh);
        environment.put("RENKEI_PEOPLE_PORT", people);
        environment.put("RENKEI_PEOPLE_TLS_PORT", peopleTls);
        return environment;
    }

    static String free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
