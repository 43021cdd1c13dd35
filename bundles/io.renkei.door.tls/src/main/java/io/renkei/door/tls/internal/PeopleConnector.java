package io.renkei.door.tls.internal;

import java.security.KeyStore;
import java.security.cert.CRL;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One listener of people on the server that runs the doors. The certificates of the doors are not its own. */
final class PeopleConnector extends ServerConnector {

    private static final int HEADER_BYTES = 16 * 1024;
    private static final long IDLE_MILLIS = 30_000;

    PeopleConnector(Server server, ListenerSettings settings, Stores stores) {
        super(server, tls(settings, stores), new HttpConnectionFactory(http(settings)));
        setName(settings.kind().name());
        setHost(settings.host());
        setPort(settings.port());
        setIdleTimeout(IDLE_MILLIS);
    }

    private static HttpConfiguration http(ListenerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.addCustomizer(new SecureRequestCustomizer(false));
        http.addCustomizer(new Entrance(settings.kind()));
        return http;
    }

    private static SslContextFactory.Server tls(ListenerSettings settings, Stores stores) {
        SslContextFactory.Server factory =
                settings.wantsCertificates() ? new Wanting() : new SslContextFactory.Server();
        set(factory, settings, stores);
        return factory;
    }

    /** Gives the factory its key; it forgets the sessions of before. */
    static void set(SslContextFactory factory, ListenerSettings settings, Stores stores) {
        factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        factory.setKeyStore(stores.keys());
        factory.setKeyStorePassword(settings.own().password());
    }

    /** Asks for a certificate and takes any. */
    private static final class Wanting extends SslContextFactory.Server {

        private Wanting() {
            setWantClientAuth(true);
        }

        @Override
        protected TrustManager[] getTrustManagers(KeyStore trusted, Collection<? extends CRL> revoked) {
            return new TrustManager[] {new AnyCertificate()};
        }
    }
}
