package io.renkei.sealer.internal;

import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How roots are sealed and timestamped.
 *
 * @param pause how long a row waits at most
 * @param most leaves of one batch
 * @param authority whom timestamps are asked from; empty for nobody
 */
record SealerSettings(Duration pause, int most, Optional<AuthoritySettings> authority) {

    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,9})){1,30}");
    private static final long LONGEST_PAUSE = 3_600_000;

    /**
     * The timestamp authority.
     *
     * @param address https, with a host
     * @param trust PEM file with the authorities of its server
     * @param identity PEM file with the gateway's own key and certificates; empty for none
     * @param policy under which timestamps are asked for; empty for its own
     * @param patience the longest one call takes
     * @param longestPause between two calls while it is down
     */
    record AuthoritySettings(
            URI address,
            Path trust,
            Optional<Path> identity,
            Optional<String> policy,
            Duration patience,
            Duration longestPause) {}

    /** @throws IllegalArgumentException with one line per fault */
    static SealerSettings of(SealerConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        read.within("seal.pause.millis", config.seal_pause_millis(), 1_000, 86_400_000);
        read.within("batch.leaves.max", config.batch_leaves_max(), 1, 65_536);
        read.within("answer.timeout.millis", config.answer_timeout_millis(), 1_000, 30_000);
        read.within("longest.pause.millis", config.longest_pause_millis(), 1_000, LONGEST_PAUSE);
        Optional<String> policy = Optional.of(config.timestamp_policy().strip()).filter(text -> !text.isEmpty());
        read.require(
                policy.filter(text -> !OID.matcher(text).matches()).isEmpty(),
                "timestamp.policy has to be an object identifier such as 1.2.392.200000.1");
        Optional<AuthoritySettings> authority =
                config.timestamp_url().isBlank() ? Optional.empty() : authority(config, policy, read);
        read.finish();
        return new SealerSettings(Duration.ofMillis(config.seal_pause_millis()), config.batch_leaves_max(), authority);
    }

    private static Optional<AuthoritySettings> authority(
            SealerConfig config, Optional<String> policy, OutgoingSettings read) {
        Optional<URI> address = read.address("timestamp.url", config.timestamp_url());
        Optional<Path> trust = read.trust(config.tls_trust(), "the timestamp server");
        Optional<Path> identity = read.identity(config.tls_identity());
        return address.flatMap(url -> trust.map(file -> new AuthoritySettings(
                url,
                file,
                identity,
                policy,
                Duration.ofMillis(config.answer_timeout_millis()),
                Duration.ofMillis(config.longest_pause_millis()))));
    }
}
