package io.renkei.tools.demo;

import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.Tls;
import io.renkei.tools.sample.Applicants;
import io.renkei.tools.text.Narrator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One application, from its submission to the last notice. */
@Command(name = "demo", description = "Submits a signed sample and follows it until everything is closed.")
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--gateway", required = true)
    private URI gateway;

    @Option(names = "--sandbox", required = true)
    private URI sandbox;

    @Option(names = "--pki", required = true)
    private Path pki;

    @Option(names = "--patience", defaultValue = "120", description = "seconds until it gives up (${DEFAULT-VALUE})")
    private long patience;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        SSLContext partner = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-acme.pem"));
        SSLContext operator = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-operator.pem"));
        Narrator narrator = new Narrator(System.out);
        Journey journey = new Journey(
                new GatewayClient(gateway, partner),
                new Ministries(new GatewayClient(sandbox, operator)),
                new Applicants(pki),
                narrator,
                Duration.ofSeconds(patience));
        return journey.run(new SenderNumber("demo-" + clock.millis()), LocalDate.now(clock)) ? 0 : 1;
    }
}
