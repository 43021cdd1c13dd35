package io.renkei.tools.bench;

import io.renkei.api.model.FilingKey;
import io.renkei.tools.client.Consent;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.client.Tls;
import io.renkei.tools.process.WatchedProcess;
import io.renkei.tools.sample.SignedDocuments;
import io.renkei.tools.sample.SignedPackages;
import io.renkei.tools.sample.SignedPackages.Signed;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a running gateway. Exit code 0 when each filing reached its ministry once and each notice its person. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Loads a running gateway and compares its cost with that of the raw operations.",
        footer = "Exit code 0: each filing reached its ministry exactly once, and each notice its inbox; 1: not.")
public final class BenchCommand implements Callable<Integer> {

    private static final double GENTLE_RATE = 8;

    /** The ministry whose documents are delivered. */
    private static final String ISSUER = "e-tax";

    @Option(names = "--gateway", required = true, description = "address of the gateway")
    private URI gateway;

    @Option(names = "--sandbox", required = true, description = "address of the simulated ministries")
    private URI sandbox;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--script", required = true, description = "the path of renkei, for the operators' shell")
    private Path script;

    @Option(names = "--pid-file", required = true, description = "of the gateway")
    private Path pidFile;

    @Option(names = "--rate", defaultValue = "300", description = "applications a second (${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--seconds", defaultValue = "20", description = "of each measured load (${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds before it (${DEFAULT-VALUE})")
    private double warmUp;

    @Option(
            names = "--settle",
            defaultValue = "120",
            description =
                    "seconds of a gentle load before all that, until the compilers of the JVM have most of their work"
                            + " behind them (${DEFAULT-VALUE})")
    private double settle;

    @Option(
            names = "--fanout-rate",
            defaultValue = "40",
            description = "applications a second while filings go out (${DEFAULT-VALUE})")
    private double fanOutRate;

    @Option(
            names = "--notice-rate",
            defaultValue = "100",
            description = "official documents a second from a ministry (${DEFAULT-VALUE})")
    private double noticeRate;

    @Option(
            names = "--faults",
            defaultValue = "0.05",
            description = "share of the submissions to ministries that fail (${DEFAULT-VALUE})")
    private double faults;

    @Option(
            names = "--connections",
            defaultValue = "32",
            description = "kept open; a partner has 32 requests at once by default (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--json", description = "one JSON document instead of tables")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        SSLContext partner = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-acme.pem"));
        SSLContext operator = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-operator.pem"));
        Site site = new Site(
                gateway,
                partner,
                new GatewayClient(gateway, partner),
                new SandboxControl(new GatewayClient(sandbox, operator)),
                new OperatorShell(script),
                new WatchedProcess(pidFile));
        Consent.give(site.gateway(), site.sandbox());
        SignedPackages packages = new SignedPackages(pki, LocalDate.now(clock));
        String prefix = "bench-" + clock.millis();
        Signed probe = packages.sign(prefix, 0);
        List<String> destinations = site.destinations(probe);
        OpenLoop loop = new OpenLoop(gateway, partner, connections);

        List<Signed> gentle = packages.sign(prefix, 1, count(GENTLE_RATE, settle));
        tell("settling for " + Math.round(settle) + " s, which is not measured");
        new FanOutPhase(site, loop, destinations).run(gentle, GENTLE_RATE, 0, faults);

        int used = 1 + gentle.size();
        List<Signed> first = sign(packages, prefix, used, rate);
        tell("submitting with all destinations paused, then draining");
        IngestPhase.Result ingest = new IngestPhase(site, loop, destinations).run(first, rate, count(rate, warmUp));
        List<Signed> second = sign(packages, prefix, used + first.size(), fanOutRate);
        tell("submitting and sending at the same time, with faults");
        FanOutPhase.Result fanOut =
                new FanOutPhase(site, loop, destinations).run(second, fanOutRate, count(fanOutRate, warmUp), faults);
        List<String> applications = new ArrayList<>(fanOut.load().accepted());
        applications.addAll(ingest.load().accepted());
        List<SignedDocuments.Signed> documents = documents(prefix, destinations, applications, LocalDate.now(clock));
        tell("delivering official documents");
        SSLContext ministry = Tls.context(pki.resolve("ca.pem"), pki.resolve("ministry-" + ISSUER + ".pem"));
        NoticePhase.Result notices = new NoticePhase(site, new OpenLoop(gateway, ministry, connections))
                .run(ISSUER, documents, noticeRate, Math.min(count(noticeRate, warmUp), documents.size() / 2));
        tell("measuring the raw operations");
        Primitives.Results primitives =
                new Primitives(pki, sandbox, operator, documents.get(0).bytes(), 2_000).measure();
        BenchReport report = new BenchReport(
                probe.bytes().length,
                new CountingRule(1, destinations.size()),
                ingest,
                fanOut,
                notices,
                documents.get(0).bytes().length,
                primitives,
                site.process().heapAfterCollection(),
                site.process().residentBytes());
        if (json) {
            System.out.println(report.json());
        } else {
            report.print(System.out, Paint.ofTerminal());
        }
        return report.good() ? 0 : 1;
    }

    private List<Signed> sign(SignedPackages packages, String prefix, int from, double perSecond) {
        int count = count(perSecond, warmUp) + count(perSecond, seconds);
        tell("signing " + count + " packages");
        return packages.sign(prefix, from, count);
    }

    /** One for each application, and not more of them than there are applications. */
    private List<SignedDocuments.Signed> documents(
            String prefix, List<String> destinations, List<String> applications, LocalDate issued)
            throws IOException, GeneralSecurityException {
        int place = destinations.indexOf(ISSUER) + 1;
        if (place == 0 || applications.isEmpty()) {
            throw new IOException("no application that was accepted has a filing at " + ISSUER);
        }
        int wanted = count(noticeRate, warmUp) + count(noticeRate, seconds);
        List<FilingKey> filings = applications.stream()
                .limit(wanted)
                .map(application -> FilingKey.parse(String.format("%s-%02d", application, place)))
                .toList();
        tell("signing " + filings.size() + " official documents");
        return new SignedDocuments(pki, ISSUER, issued).sign(prefix, filings);
    }

    private static int count(double perSecond, double seconds) {
        return (int) Math.round(perSecond * seconds);
    }

    private static void tell(String step) {
        System.err.println("bench: " + step);
    }
}
