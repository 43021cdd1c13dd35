package io.renkei.tools.operate;

import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.operate.Deployer.Replaced;
import io.renkei.tools.process.Insides;
import io.renkei.tools.process.WatchedProcess;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces a connector again and again, and looks at what that leaves behind. */
@Command(
        name = "redeploy",
        mixinStandardHelpOptions = true,
        description = "Replaces a connector many times and compares what the gateway holds before and after.",
        footer = "Exit code 0: nothing was left behind and nothing else was refreshed; 1: not.")
public final class RedeployCommand implements Callable<Integer> {

    private static final long METASPACE_BYTES = 5L << 20;

    /** Threads and connections that are kept for a while end within this time. */
    private static final long SETTLE_SECONDS = 15;

    private static final long SPARE_THREADS = 8;

    /** What is left behind when something is: one for each replacement. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>(Map.of(
            "class loaders", "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader",
            "Camel contexts", "org.apache.camel.impl.DefaultCamelContext",
            "JMX beans", "com.sun.jmx.mbeanserver.NamedObject",
            "consumers", "org.apache.activemq.artemis.core.server.impl.ServerConsumerImpl",
            "HTTP clients", "org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager"));

    @Option(names = "--times", defaultValue = "200", description = "how often (${DEFAULT-VALUE})")
    private int times;

    @Option(
            names = "--warm",
            defaultValue = "20",
            description = "how often before it counts, so that what is made once is there (${DEFAULT-VALUE})")
    private int warm;

    @Option(names = "--settle", defaultValue = "" + SETTLE_SECONDS, description = "seconds before it counts")
    private long settle;

    @Option(names = "--script", required = true, description = "path of ./renkei")
    private Path script;

    @Option(names = "--base", required = true, description = "folder of the gateway's instance")
    private Path base;

    @Option(names = "--connector", required = true, description = "bundle of the connector that is replaced")
    private Path connector;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Deployer deployer =
                new Deployer(connector, base.resolve("deploy"), new OperatorShell(script), Clock.systemUTC());
        WatchedProcess gateway = new WatchedProcess(base.resolve("gateway.pid"));
        Set<String> touched = new TreeSet<>();
        replace(deployer, warm, touched);
        Insides before = settled(gateway);
        replace(deployer, times, touched);
        Insides after = settled(gateway);
        return tell(before, after, touched) ? 0 : 1;
    }

    private static void replace(Deployer deployer, int times, Set<String> touched)
            throws IOException, InterruptedException {
        for (int i = 1; i <= times; i++) {
            Replaced replaced = deployer.replace();
            touched.addAll(replaced.touched());
            if (i % 20 == 0 || i == times) {
                System.out.printf("replaced %s %d of %d times%n", deployer.bundle(), i, times);
            }
        }
    }

    private Insides settled(WatchedProcess gateway) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(settle);
        return Insides.of(gateway);
    }

    private boolean tell(Insides before, Insides after, Set<String> touched) {
        Paint paint = Paint.ofTerminal();
        boolean good = line(paint, "threads", before.threads(), after.threads(), SPARE_THREADS);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            good &= line(paint, kind.getKey(), before.count(kind.getValue()), after.count(kind.getValue()), 0);
        }
        good &= line(
                paint,
                "metaspace KB",
                before.metaspaceBytes() >> 10,
                after.metaspaceBytes() >> 10,
                METASPACE_BYTES >> 10);
        boolean alone = touched.size() == 1;
        System.out.println(paint.goodOrBad(alone, "refresh set " + touched));
        System.out.println(paint.goodOrBad(
                good && alone,
                good ? "good: nothing was left behind by " + times + " replacements" : "bad: see above"));
        return good && alone;
    }

    private static boolean line(Paint paint, String what, long before, long after, long spare) {
        boolean good = after - before <= spare;
        System.out.println(paint.goodOrBad(good, String.format("%-14s before %8d  after %8d", what, before, after)));
        return good;
    }
}
