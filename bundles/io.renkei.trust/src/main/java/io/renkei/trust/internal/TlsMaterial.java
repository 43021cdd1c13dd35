package io.renkei.trust.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What one reading of the files gave.
 *
 * @param chain our own certificates, none without an identity
 */
record TlsMaterial(
        X509ExtendedKeyManager keys,
        X509ExtendedTrustManager trust,
        List<X509Certificate> chain,
        List<X509Certificate> authorities) {

    /** @throws IllegalArgumentException with a sentence that says which file is wrong and what to do */
    static TlsMaterial read(Path trusted, Optional<Path> identity) {
        try {
            List<X509Certificate> authorities = PemFiles.certificates(trusted);
            X509ExtendedTrustManager trust = PemFiles.trust(authorities);
            if (identity.isEmpty()) {
                return new TlsMaterial(new NoKeys(), trust, List.of(), authorities);
            }
            List<X509Certificate> chain = PemFiles.certificates(identity.get());
            return new TlsMaterial(PemFiles.keys(identity.get(), chain), trust, chain, authorities);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("TLS cannot be set up from " + trusted + "; check the files.", e);
        }
    }

    /** @throws IllegalArgumentException if a successor in use is not valid at this time */
    TlsMaterial requireValid(Instant now) {
        if (!chain.isEmpty()) {
            try {
                chain.get(0).checkValidity(Date.from(now));
            } catch (CertificateException e) {
                throw new IllegalArgumentException(
                        "The new certificate has expired or is not valid yet; put a valid one there.", e);
            }
        }
        return this;
    }

    private static final class NoKeys extends X509ExtendedKeyManager {

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, java.net.Socket socket) {
            return null;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, java.net.Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
