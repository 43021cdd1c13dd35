package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.Tls;
import io.renkei.tools.pki.SandboxPki;
import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** The gateway's keys are replaced while partners call, people browse and ministries are called. */
public class RotationITest {

    private static final int ROTATIONS = Integer.getInteger("renkei.rotations", 3);
    private static final int CALLERS = 3;
    private static final Duration TAKEN = Duration.ofSeconds(30);
    private static final Duration JOURNEY = Duration.ofSeconds(120);

    private static Instance instance;
    private static Partner partner;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
    }

    @Test
    public void noCallIsLostWhileTheGatewaysCertificatesAreReplaced() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 2);
        List<String> applications = new ArrayList<>();
        try {
            Load doors = new Load(Partner.caller(instance, "partner-acme"), "/v1/applications", done);
            Load people = new Load(visitor(instance.peopleUrl()), "/.well-known/openid-configuration", done);
            Load certificates =
                    new Load(visitor(instance.certificatesUrl()), "/.well-known/openid-configuration", done);
            List<Future<Integer>> load = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                load.add(threads.submit(doors));
            }
            load.add(threads.submit(people));
            load.add(threads.submit(certificates));
            for (int i = 0; i < ROTATIONS; i++) {
                SandboxPki.Renewed next = SandboxPki.renew(instance.pki(), Clock.systemUTC());
                applications.add(partner.submit());
                doors.await(next.doors());
                people.await(next.people());
                certificates.await(next.people());
            }
            done.set(true);
            int calls = 0;
            for (Future<Integer> each : load) {
                calls += each.get();
            }
            System.out.println(ROTATIONS + " rotations, " + calls + " calls, none failed");
            assertTrue(calls >= ROTATIONS);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        for (String application : applications) {
            partner.awaitClosed(application, JOURNEY);
            assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        }
    }

    /** A person's browser, with the certificate of a card. */
    private static GatewayClient visitor(String address) throws Exception {
        return new GatewayClient(
                URI.create(address),
                Tls.context(instance.pki().resolve("ca.pem"), instance.pki().resolve("person-hanako.pem")));
    }

    /** Calls until it is done, each of which has to succeed, and what certificates it was shown. */
    private record Load(GatewayClient client, String path, AtomicBoolean done, Set<BigInteger> shown)
            implements Callable<Integer> {

        private Load(GatewayClient client, String path, AtomicBoolean done) {
            this(client, path, done, ConcurrentHashMap.newKeySet());
        }

        @Override
        public Integer call() throws Exception {
            int calls = 0;
            for (; !done.get(); calls++) {
                shown.add(serial(client.get(path).expect(200)));
                // A partner's share of requests is not what is tried here.
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return calls;
        }

        private void await(X509Certificate next) throws Exception {
            Await.until(TAKEN, () -> shown.contains(next.getSerialNumber()), taken -> taken);
        }
    }

    private static BigInteger serial(GatewayClient.Answer answer) throws Exception {
        return ((X509Certificate) answer.raw().sslSession().orElseThrow().getPeerCertificates()[0]).getSerialNumber();
    }
}
