package io.renkei.door.tls.internal;

import io.renkei.ports.trust.KeyPairs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;

/** What one reading of both stores gave. */
record Stores(KeyStore keys, KeyStore trust) {

    /** @throws IllegalArgumentException with a sentence that says which file is wrong and what to do */
    static Stores read(StoreFile own, StoreFile callers, Instant now) {
        KeyStore keys = open(own);
        KeyStore trust = open(callers);
        requirePairs(keys, own, Date.from(now));
        if (certificates(trust).isEmpty()) {
            throw new IllegalArgumentException(
                    callers + " holds no authority; put one there with keytool -importcert.");
        }
        return new Stores(keys, trust);
    }

    /** The keys alone, of a listener that trusts no authority. */
    static Stores own(StoreFile own, Instant now) {
        KeyStore keys = open(own);
        requirePairs(keys, own, Date.from(now));
        return new Stores(keys, nobody());
    }

    private static KeyStore nobody() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("an empty store can be made", e);
        }
    }

    private static KeyStore open(StoreFile from) {
        try (InputStream in = Files.newInputStream(from.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, from.password().toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    from + " cannot be read; put a PKCS#12 file there, under the password of before.", e);
        }
    }

    private static void requirePairs(KeyStore store, StoreFile from, Date now) {
        int pairs = 0;
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    PrivateKey key =
                            (PrivateKey) store.getKey(alias, from.password().toCharArray());
                    X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
                    if (!KeyPairs.match(key, certificate.getPublicKey())) {
                        throw new IllegalArgumentException("A key in " + from + " does not fit its certificate.");
                    }
                    certificate.checkValidity(now);
                    pairs++;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "A key or certificate in " + from + " cannot be used or is not valid now; put a valid pair there.",
                    e);
        }
        if (pairs == 0) {
            throw new IllegalArgumentException(from + " holds no key; put one there with its certificates.");
        }
    }

    /** Of the doors themselves. */
    List<X509Certificate> own() {
        return certificates(keys);
    }

    /** Of the authorities of callers. */
    List<X509Certificate> authorities() {
        return certificates(trust);
    }

    private static List<X509Certificate> certificates(KeyStore store) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a store that was loaded can be listed", e);
        }
        return found;
    }
}
