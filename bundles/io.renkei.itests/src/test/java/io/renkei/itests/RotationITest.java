package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.pki.SandboxPki;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** The gateway's keys are replaced while partners call and ministries are called. */
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
    public void noCallIsLostWhileTheGatewaysCertificateIsReplaced() throws Exception {
        GatewayClient client = Partner.caller(instance, "partner-acme");
        Set<BigInteger> shown = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<Integer>> load = new ArrayList<>();
        List<String> applications = new ArrayList<>();
        try {
            for (int i = 0; i < CALLERS; i++) {
                load.add(threads.submit(() -> {
                    int calls = 0;
                    for (; !done.get(); calls++) {
                        shown.add(serial(client.get("/v1/applications").expect(200)));
                        // A partner's share of requests is not what is tried here.
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    return calls;
                }));
            }
            for (int i = 0; i < ROTATIONS; i++) {
                BigInteger next =
                        SandboxPki.renew(instance.pki(), Clock.systemUTC()).getSerialNumber();
                applications.add(partner.submit());
                Await.until(TAKEN, () -> shown.contains(next), taken -> taken);
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

    private static BigInteger serial(GatewayClient.Answer answer) throws Exception {
        return ((X509Certificate) answer.raw().sslSession().orElseThrow().getPeerCertificates()[0]).getSerialNumber();
    }
}
