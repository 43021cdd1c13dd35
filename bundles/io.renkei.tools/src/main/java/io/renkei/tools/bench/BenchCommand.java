package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.api.model.FilingKey;
import io.renkei.tools.bench.Primitive.Measured;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a running gateway. Exit code 0 when each filing reached its ministry once, each notice its person, and each person their site. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Loads a running gateway and compares its cost with that of the raw operations.",
        footer =
                "Exit code 0: each filing reached its ministry exactly once, each notice its inbox, and each sign-on and"
                        + " handover its site; 1: not.")
public final class BenchCommand implements Callable<Integer> {

    private static final double GENTLE_RATE = 8;
    private static final long LONGEST_RAW_MILLIS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Part of the settling that sign-ons and handovers have each, beside that of applications. */
    private static final double LINKAGE_SETTLES = 0.25;

    /** The ministry whose documents are delivered. */
    private static final String ISSUER = "e-tax";

    @Option(names = "--gateway", required = true, description = "address of the gateway")
    private URI gateway;

    @Option(names = "--sandbox", required = true, description = "address of the simulated ministries")
    private URI sandbox;

    @Option(names = "--people", required = true, description = "address of people's pages and of the OpenID provider")
    private URI people;

    @Option(names = "--certificates", required = true, description = "address where people show their certificate")
    private URI certificates;

    @Option(names = "--sites", required = true, description = "address of the simulated sites")
    private URI sites;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--script", required = true, description = "the path of renkei, for the operators' shell")
    private Path script;

    @Option(names = "--pid-file", required = true, description = "of the gateway")
    private Path pidFile;

    @Option(
            names = "--note",
            required = true,
            description =
                    "file for what is changed while this runs, so that the next one puts back what a killed one left")
    private Path note;

    @Option(names = "--rate", defaultValue = "300", description = "applications a second (${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "of each measured load; a tenth of it, and 2 at most, for a raw operation (${DEFAULT-VALUE})")
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
            names = "--sign-on-rate",
            defaultValue = "30",
            description = "sign-ons a second at sites (${DEFAULT-VALUE})")
    private double signOnRate;

    @Option(
            names = "--handover-rate",
            defaultValue = "5",
            description = "handovers of data a second (${DEFAULT-VALUE})")
    private double handoverRate;

    @Option(
            names = "--persons",
            defaultValue = "12",
            description = "who sign on and hand over at the same time, each at one site (${DEFAULT-VALUE})")
    private int persons;

    @Option(names = "--only", description = "applications (and notices) or linkage; both without it")
    private Optional<Part> only = Optional.empty();

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

    /** What can be measured alone. */
    private enum Part {
        applications,
        linkage
    }

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
        Optional<Applications> applications = Optional.empty();
        if (wanted(Part.applications)) {
            applications = Optional.of(applications(site, clock));
        }
        Optional<LinkageLoad.Result> visits = Optional.empty();
        if (wanted(Part.linkage)) {
            visits = Optional.of(linkage(site, clock));
        }
        tell("measuring the raw operations");
        Primitives primitives =
                new Primitives(pki, sandbox, operator, Math.min(LONGEST_RAW_MILLIS, Math.round(seconds * 100)));
        Primitives.Common common = primitives.common();
        Optional<LinkageReport> linkage = visits.map(result -> new LinkageReport(result, common));
        if (applications.isEmpty()) {
            return tell(Optional.empty(), linkage, common.all());
        }
        Primitives.Results raw =
                primitives.measure(common, applications.get().document().bytes());
        return tell(Optional.of(applications.get().report(raw, site.process())), linkage, raw.all());
    }

    private boolean wanted(Part part) {
        return only.map(part::equals).orElse(true);
    }

    /** What was measured of applications and notices, before the raw operations. */
    private record Applications(
            Signed probe,
            int filings,
            IngestPhase.Result ingest,
            FanOutPhase.Result fanOut,
            NoticePhase.Result notices,
            SignedDocuments.Signed document) {

        BenchReport report(Primitives.Results raw, WatchedProcess process) throws InterruptedException {
            return new BenchReport(
                    probe.bytes().length,
                    new CountingRule(1, filings),
                    ingest,
                    fanOut,
                    notices,
                    document.bytes().length,
                    raw,
                    process.heapAfterCollection(),
                    process.residentBytes());
        }
    }

    private Applications applications(Site site, Clock clock)
            throws IOException, GeneralSecurityException, InterruptedException {
        Consent.give(site.gateway(), site.sandbox());
        SignedPackages packages = new SignedPackages(pki, LocalDate.now(clock));
        String prefix = "bench-" + clock.millis();
        Signed probe = packages.sign(prefix, 0);
        List<String> destinations = site.destinations(probe);
        OpenLoop loop = new OpenLoop(gateway, site.partner(), connections);

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
        List<String> accepted = new ArrayList<>(fanOut.load().accepted());
        accepted.addAll(ingest.load().accepted());
        List<SignedDocuments.Signed> documents = documents(prefix, destinations, accepted, LocalDate.now(clock));
        tell("delivering official documents");
        SSLContext ministry = Tls.context(pki.resolve("ca.pem"), pki.resolve("ministry-" + ISSUER + ".pem"));
        NoticePhase.Result notices = new NoticePhase(site, new OpenLoop(gateway, ministry, connections))
                .run(ISSUER, documents, noticeRate, Math.min(count(noticeRate, warmUp), documents.size() / 2));
        return new Applications(probe, destinations.size(), ingest, fanOut, notices, documents.get(0));
    }

    private LinkageLoad.Result linkage(Site site, Clock clock)
            throws IOException, GeneralSecurityException, InterruptedException {
        LinkageLoad.Plan plan =
                new LinkageLoad.Plan(persons, signOnRate, handoverRate, seconds, warmUp, settle * LINKAGE_SETTLES);
        try (BenchNote changed = BenchNote.begin(note, pki, site.shell())) {
            return new LinkageLoad(
                            site, changed, new Visitors(people, certificates, sites, pki), plan, BenchCommand::tell)
                    .run(pki, clock);
        }
    }

    private int tell(Optional<BenchReport> applications, Optional<LinkageReport> linkage, List<Measured> raw) {
        boolean good = applications.map(BenchReport::good).orElse(true)
                && linkage.map(LinkageReport::good).orElse(true);
        if (json) {
            System.out.println(json(good, applications, linkage, raw));
        } else {
            Paint paint = Paint.ofTerminal();
            applications.ifPresent(report -> report.print(System.out, paint));
            linkage.ifPresent(report -> report.print(System.out, paint));
            if (applications.isEmpty()) {
                linkage.ifPresent(report -> report.printRaw(System.out, paint));
            }
        }
        return good ? 0 : 1;
    }

    private static String json(
            boolean good, Optional<BenchReport> applications, Optional<LinkageReport> linkage, List<Measured> raw) {
        ObjectNode json = JSON.createObjectNode()
                .put("good", good)
                .put("processors", Runtime.getRuntime().availableProcessors());
        applications.ifPresent(report -> report.json(json));
        linkage.ifPresent(report -> report.json(json));
        ArrayNode list = json.putArray("raw");
        raw.forEach(one -> list.addObject()
                .put("name", one.name())
                .put("cpu_micros", one.cpuMicros())
                .put("p50_micros", one.latencies().p50())
                .put("p99_micros", one.latencies().p99())
                .put("per_second", one.perSecond()));
        return json.toPrettyString();
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
