package io.renkei.tools.notices;

import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.Patience;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.client.Tls;
import io.renkei.tools.sample.Applicants;
import io.renkei.tools.text.Narrator;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what becomes of notices, good ones and others. */
@Command(
        name = "notices",
        mixinStandardHelpOptions = true,
        description = "Tells the story of notices at a running gateway, from the ministry to the person.",
        footer = "Exit code 0: all came as expected, nothing was lost or went to somebody else; 1: not.")
public final class NoticesCommand implements Callable<Integer> {

    @Option(names = "--gateway", required = true, description = "address of the gateway")
    private URI gateway;

    @Option(names = "--sandbox", required = true, description = "address of the simulated ministries")
    private URI sandbox;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--script", required = true, description = "the path of renkei")
    private Path script;

    @Option(names = "--evidence", required = true, description = "the folder where the evidence of a notice is kept")
    private Path evidence;

    @Option(names = "--inboxes", defaultValue = "200", description = "of the announcement (${DEFAULT-VALUE})")
    private int inboxes;

    @Option(
            names = "--patience",
            defaultValue = "60",
            description = "seconds until it gives up waiting for something (${DEFAULT-VALUE})")
    private long patience;

    @Option(names = "--json", description = "one JSON document instead of a table; the story goes to standard error")
    private boolean json;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        SandboxControl ministries = new SandboxControl(client(sandbox, "partner-operator"));
        Cast cast = new Cast(
                client(gateway, "partner-acme"),
                client(gateway, "partner-beta"),
                client(gateway, "partner-portal"),
                client(gateway, "ministry-" + Cast.TAX_OFFICE),
                ministries,
                ministries.newest(),
                new OperatorShell(script),
                new Applicants(pki),
                LocalDate.now(clock),
                new Patience(Duration.ofSeconds(patience)),
                new Narrator(json ? System.err : System.out));
        Path root = pki.resolve("trust").resolve("ministry").resolve("sandbox.pem");
        Ending ending = new Story(cast, "notices-" + clock.millis(), inboxes, script, root, evidence).play();
        if (json) {
            System.out.println(ending.json());
        } else {
            ending.print(System.out, Paint.ofTerminal());
        }
        return ending.good() ? 0 : 1;
    }

    private GatewayClient client(URI address, String identity) throws IOException, GeneralSecurityException {
        return new GatewayClient(address, Tls.context(pki.resolve("ca.pem"), pki.resolve(identity + ".pem")));
    }
}
