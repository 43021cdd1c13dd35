package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** What somebody outside may try at the running distribution. */
public class HardeningITest {

    private static final Duration JOURNEY = Duration.ofSeconds(60);

    private static Instance instance;
    private static Partner partner;
    private static Soap soap;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
        soap = new Soap(partner.gateway());
    }

    @Test
    public void headersOfASoapCallThatWouldSteerRoutesAreDropped() throws Exception {
        try (Elsewhere elsewhere = new Elsewhere()) {
            Sent hire = partner.newHire();
            String application = soap.call(
                            Soap.submission(hire.number().value(), "cid:package@test"),
                            hire.content(),
                            "SOAPAction",
                            elsewhere.url(),
                            "cAmElHttpUri",
                            elsewhere.url(),
                            "CAMELDESTINATIONOVERRIDEURL",
                            elsewhere.url(),
                            "CamelHttpMethod",
                            "DELETE",
                            "OperationName",
                            "fetchDocument",
                            "org.apache.cxf.request.uri",
                            elsewhere.url())
                    .expect(200)
                    .value("number")
                    .orElseThrow();

            partner.awaitClosed(application, JOURNEY);
            assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
            elsewhere.requireThatNobodyCame();
        }
    }

    @Test
    public void aPartThatStandsElsewhereIsNotFetched() throws Exception {
        List<String> before = partner.list();
        try (Elsewhere elsewhere = new Elsewhere()) {
            String message = Soap.submission(Partner.newNumber().value(), elsewhere.url());
            for (Soap.Reply reply : List.of(soap.call(message, new byte[] {1}), soap.call(message))) {
                assertEquals("SOAP-015", reply.expect(500).value("code").orElseThrow());
            }
            elsewhere.requireThatNobodyCame();
        }
        assertEquals("nothing was stored", before, partner.list());
    }

    @Test
    public void theOnlyAccountIsTheOperatorsOfTheFirstStart() throws Exception {
        assertEquals(Set.of(), load("users.properties").keySet());
        assertEquals(
                Set.of("operator", "_g_:admingroup"), load("keys.properties").keySet());
        for (String account : List.of("karaf", "admin", "operator", "smx")) {
            assertNotEquals(account, 0, shellWithoutTheKey(account));
        }
    }

    /**
     * No class is ever made from bytes of others by Java's own serialisation, but for texts and names that somebody sends who
     * is attached to the process.
     */
    @Test
    public void javaSerialisationIsClosedForTheWholeProcess() throws Exception {
        List<String> arguments = List.of(Files.readString(Path.of("/proc", Long.toString(instance.pid()), "cmdline"))
                .split("\0"));
        assertTrue(
                arguments.toString(),
                arguments.contains("-Djdk.serialFilter=java.lang.String;java.lang.Object;javax.management.ObjectName;"
                        + "java.rmi.MarshalledObject;java.rmi.server.ObjID;java.rmi.server.UID;java.rmi.dgc.Lease;"
                        + "java.rmi.dgc.VMID;!*"));
    }

    /** Exit code of the attempt. */
    private static int shellWithoutTheKey(String account) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ssh",
                        "-n",
                        "-F",
                        "/dev/null",
                        "-p",
                        instance.shellPort(),
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "-o",
                        "UserKnownHostsFile=/dev/null",
                        account + "@127.0.0.1",
                        "bundle:list")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(instance.etc(file))) {
            properties.load(in);
        }
        return properties;
    }
}
