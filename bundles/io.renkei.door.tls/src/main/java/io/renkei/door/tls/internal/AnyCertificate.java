package io.renkei.door.tls.internal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Takes whatever certificate a caller has the key of: certificates of sites are known by their digest (RFC 8705, section 2.2), those of
 * people by a path that is judged behind this listener. Of a server it trusts none.
 */
final class AnyCertificate extends X509ExtendedTrustManager {

    private static final X509Certificate[] NO_AUTHORITIES = {};

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // Judged behind the listener.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        // Judged behind the listener.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        // Judged behind the listener.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("this is a listener and calls nobody");
    }

    /** None is named, so that a browser offers every certificate it has. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NO_AUTHORITIES;
    }
}
