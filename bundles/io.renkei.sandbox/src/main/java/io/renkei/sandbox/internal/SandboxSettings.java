package io.renkei.sandbox.internal;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the sandbox runs.
 *
 * @param address where it listens; port 0 for any that is free
 * @param secure whether by HTTPS with client certificates; plain HTTP is for tests
 * @param pki the directory of the keys
 * @param ledger the directory of the ledger
 * @param gateway the gateway's URL
 * @param gatewaySeal a PEM file with the gateway's sealing certificates; empty to ask the gateway for them
 * @param pause between two steps of a filing
 * @param tokenLife how long an e-Gov access token works
 * @param etaxPush how e-Tax pushes its official documents
 */
record SandboxSettings(
        InetSocketAddress address,
        boolean secure,
        Path pki,
        Path ledger,
        URI gateway,
        Optional<Path> gatewaySeal,
        Duration pause,
        Duration tokenLife,
        EtaxSimulator.Way etaxPush) {

    /** @throws IllegalArgumentException naming the value that cannot be used */
    SandboxSettings {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(etaxPush, "etaxPush");
        if (gateway.getHost() == null || pause.isNegative() || tokenLife.isNegative() || tokenLife.isZero()) {
            throw new IllegalArgumentException(
                    "gateway.url is a URL with a host, pause.millis is not negative, token.life.millis is positive");
        }
    }

    /** With e-Tax pushing by REST. */
    SandboxSettings(
            InetSocketAddress address,
            boolean secure,
            Path pki,
            Path ledger,
            URI gateway,
            Optional<Path> gatewaySeal,
            Duration pause,
            Duration tokenLife) {
        this(address, secure, pki, ledger, gateway, gatewaySeal, pause, tokenLife, EtaxSimulator.Way.REST);
    }
}
