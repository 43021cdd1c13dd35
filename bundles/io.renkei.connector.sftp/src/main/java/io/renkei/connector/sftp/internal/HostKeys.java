package io.renkei.connector.sftp.internal;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * The host keys that a server may show, and no others.
 *
 * @param fingerprints {@code SHA256:} and the digest of the key in base64 without padding, as OpenSSH prints it; never empty
 */
record HostKeys(Set<String> fingerprints) {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    HostKeys {
        fingerprints = Set.copyOf(fingerprints);
        if (fingerprints.isEmpty()) {
            throw new IllegalArgumentException(
                    "without the fingerprint of the server's host key no server is trusted; ask the ministry for it over"
                            + " another way and write it as SHA256:...");
        }
        if (!fingerprints.stream().allMatch(each -> FINGERPRINT.matcher(each).matches())) {
            throw new IllegalArgumentException(
                    "each is written as ssh-keygen -lf prints it: SHA256: and 43 characters of base64");
        }
    }

    /** @param text fingerprints, divided by commas */
    static HostKeys of(String text) {
        return new HostKeys(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet()));
    }

    boolean knows(PublicKey shown) {
        return fingerprints.contains(fingerprint(shown));
    }

    static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }
}
