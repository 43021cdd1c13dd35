package io.renkei.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * Whom the operator lets in.
 *
 * @param required whether anything is asked at all
 * @param signers who may sign; empty for everybody under the anchors
 * @param fault why nobody is let in although the settings ask for signatures
 */
record Policy(boolean required, Set<TrustAnchor> anchors, Set<X500Principal> signers, Optional<String> fault) {

    static final Policy OFF = new Policy(false, Set.of(), Set.of(), Optional.empty());

    Policy {
        anchors = Set.copyOf(anchors);
        signers = Set.copyOf(signers);
    }

    /** A setting that cannot be understood closes the gate. */
    static Policy of(String required, String anchors, String signers) {
        if (required.strip().equals("off")) {
            return OFF;
        }
        if (!required.strip().equals("required")) {
            return closed("signed.bundles has to be required or off.");
        }
        try {
            return new Policy(true, anchors(anchors.strip()), signers(signers), Optional.empty());
        } catch (IllegalArgumentException e) {
            return closed(e.getMessage());
        }
    }

    private static Policy closed(String fault) {
        return new Policy(true, Set.of(), Set.of(), Optional.of(fault));
    }

    private static Set<TrustAnchor> anchors(String file) {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("anchors has to name a PEM file with the authorities of signers.");
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Set<TrustAnchor> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(each -> new TrustAnchor((X509Certificate) each, null))
                    .collect(Collectors.toSet());
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in " + file + ".");
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(
                    "anchors names " + file + ", which cannot be read as PEM certificates.", e);
        }
    }

    private static Set<X500Principal> signers(String text) {
        Set<X500Principal> found = new HashSet<>();
        for (String each : text.split(";")) {
            if (!each.isBlank()) {
                try {
                    found.add(new X500Principal(each.strip()));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "signers has to be subjects such as CN=Builds,O=Agency,C=JP separated by semicolons.", e);
                }
            }
        }
        return found;
    }
}
