package io.renkei.tools.client;

import io.renkei.tools.pki.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The TLS side of a partner, from PEM files. */
public final class Tls {

    private Tls() {}

    /**
     * @param authority who issues the servers' certificates
     * @param identity key and chain of the partner
     */
    public static SSLContext context(Path authority, Path identity) throws IOException, GeneralSecurityException {
        return context(authority, Pem.privateKey(identity), Pem.certificates(identity));
    }

    /** @param chain of the partner, its own certificate first */
    public static SSLContext context(Path authority, PrivateKey key, List<X509Certificate> chain)
            throws IOException, GeneralSecurityException {
        char[] none = new char[0];
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("own", key, none, chain.toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, none);

        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (X509Certificate certificate : Pem.certificates(authority)) {
            trusted.setCertificateEntry(certificate.getSerialNumber().toString(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);

        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
