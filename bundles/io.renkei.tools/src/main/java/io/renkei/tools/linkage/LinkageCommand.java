package io.renkei.tools.linkage;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.Patience;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.client.Tls;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.text.Narrator;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows attribute linkage, as a person and as the linked sites live it. */
@Command(
        name = "linkage",
        mixinStandardHelpOptions = true,
        description =
                "Tells the story of attribute linkage at a running gateway, from the list of sites to the revocation.",
        footer = "Exit code 0: each step was as expected; 1: not.")
public final class LinkageCommand implements Callable<Integer> {

    @Option(names = "--people", required = true, description = "address of people's pages and of the OpenID provider")
    private URI people;

    @Option(names = "--certificates", required = true, description = "address where people show their certificate")
    private URI certificates;

    @Option(names = "--sandbox", required = true, description = "address of the simulated ministries")
    private URI sandbox;

    @Option(names = "--sites", required = true, description = "address of the simulated sites")
    private URI sites;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--script", required = true, description = "the path of renkei")
    private Path script;

    @Option(
            names = "--patience",
            defaultValue = "60",
            description = "seconds until it gives up waiting for something (${DEFAULT-VALUE})")
    private long patience;

    @Option(names = "--json", description = "one JSON document instead of a table; the story goes to standard error")
    private boolean json;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        Patience longest = new Patience(Duration.ofSeconds(patience));
        Cast cast = new Cast(
                new Person(new Browser(people, tls("person-hanako")), certificates, longest),
                new Person(new Browser(people, tls("person-taro")), certificates, longest),
                site("e-tax"),
                site("pension-net"),
                site("my-post"),
                site("minato-bank"),
                site("zeimu-soft"),
                new GatewayClient(sites, tls("person-hanako")),
                new SandboxControl(new GatewayClient(sandbox, tls("partner-operator"))),
                new OperatorShell(script),
                longest);
        Ending ending = new Story(
                        cast,
                        LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo"))),
                        new Narrator(json ? System.err : System.out))
                .play();
        if (json) {
            System.out.println(ending.json());
        } else {
            ending.print(System.out, Paint.ofTerminal());
        }
        return ending.good() ? 0 : 1;
    }

    /** Sites prove themselves by a signature; where a certificate is wanted, they have one. */
    private RelyingParty site(String id) throws IOException, GeneralSecurityException {
        Path identity = pki.resolve("site-" + id + ".pem");
        KeyPair key = Pem.pair(identity);
        return new RelyingParty(id, people, sites.resolve("/sites/" + id + "/callback"), key, tls("site-" + id));
    }

    private SSLContext tls(String identity) throws IOException, GeneralSecurityException {
        return Tls.context(pki.resolve("ca.pem"), pki.resolve(identity + ".pem"));
    }
}
