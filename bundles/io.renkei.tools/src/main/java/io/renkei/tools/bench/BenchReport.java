package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.tools.bench.Primitive.Measured;
import io.renkei.tools.client.LedgerComparison;
import io.renkei.tools.text.Columns;
import io.renkei.tools.text.Paint;
import java.io.PrintStream;
import java.util.OptionalLong;

/**
 * All that was measured.
 *
 * @param packageBytes size of one package
 * @param documentBytes size of one official document
 * @param heapBytes of the gateway after a full collection, if it can be told
 */
record BenchReport(
        int packageBytes,
        CountingRule rule,
        IngestPhase.Result ingest,
        FanOutPhase.Result fanOut,
        NoticePhase.Result notices,
        int documentBytes,
        Primitives.Results primitives,
        OptionalLong heapBytes,
        OptionalLong residentBytes) {

    private static final NoticeRule NOTICE = new NoticeRule();
    private static final double MICROS = 1e6;
    private static final String INDENT = "  ";

    boolean good() {
        return ingest.taken()
                && ingest.ledger().good()
                && fanOut.taken()
                && fanOut.ledger().good()
                && notices.good();
    }

    /** The gateway's CPU time for one notice, until the portal took the event about it, by that of the raw operations. */
    double noticeRatio() {
        return notices.cpu() * MICROS / primitives.cpuMicros(NOTICE);
    }

    /** The gateway's CPU time for one application, until its filings are taken, by that of the raw operations. */
    double ratio() {
        return ingest.cpuUntilTaken() * MICROS / primitives.cpuMicros(rule);
    }

    void print(PrintStream out, Paint paint) {
        OpenLoop.Result load = ingest.load();
        out.println(paint.bold("ingest") + INDENT + "destinations paused, packages of " + packageBytes + " bytes");
        Columns columns = new Columns()
                .row("asked", String.format("%.0f/s", ingest.rate()))
                .row("accepted", String.format("%.1f/s", load.perSecond()) + " (" + load.measured() + " measured)")
                .row(
                        "refused",
                        load.refused().isEmpty() ? "none" : load.refused().toString() + " by status");
        latencies(columns, load);
        columns.row("CPU", millis(ingest.cpuIngest()) + " per application").print(out, INDENT);

        out.println(paint.bold("drain") + INDENT + "of that backlog");
        new Columns()
                .row(
                        "filings",
                        ingest.ledger().expected()
                                + String.format(
                                        " in %.1f s (%.0f/s)", ingest.drainSeconds(), ingest.filingsPerSecond()))
                .row("CPU", millis(ingest.cpuDrain()) + " per application until taken")
                .row("closed", String.format("%d of them %.0f s later", ingest.closed(), ingest.closeSeconds()))
                .row("ledgers", ledger(paint, ingest.ledger()))
                .print(out, INDENT);

        out.println(paint.bold("fan-out")
                + INDENT
                + String.format("with %.0f %% of the submissions to ministries failing", fanOut.share() * 100));
        columns = new Columns()
                .row("asked", String.format("%.0f/s applications", fanOut.rate()))
                .row("accepted", String.format("%.1f/s", fanOut.load().perSecond()));
        latencies(columns, fanOut.load());
        columns.row(
                        "filings",
                        fanOut.takenInTime() + " of " + fanOut.ledger().expected()
                                + " taken when the load ended, the rest in "
                                + String.format("%.1f s", fanOut.lagSeconds()) + INDENT
                                + paint.goodOrBad(
                                        fanOut.sustained(), fanOut.sustained() ? "sustained" : "NOT sustained"))
                .row("CPU", millis(fanOut.cpu()) + " per application")
                .row("ledgers", ledger(paint, fanOut.ledger()))
                .print(out, INDENT);

        out.println(paint.bold("notices") + INDENT + "signed documents of " + documentBytes
                + " bytes, each for another filing");
        columns = new Columns()
                .row("asked", String.format("%.0f/s", notices.rate()))
                .row("accepted", String.format("%.1f/s", notices.load().perSecond()))
                .row(
                        "delivered",
                        String.format("%.1f/s", notices.perSecond()) + " ("
                                + notices.load().measured() + " measured), "
                                + paint.goodOrBad(notices.good(), notices.missing() + " missing"));
        latencies(columns, "answer", notices.load().latencies());
        latencies(columns, "in inbox", notices.available());
        latencies(columns, "told", notices.delivered());
        columns.row("CPU", millis(notices.cpu()) + " per notice")
                .row(
                        "raw",
                        millis(primitives.cpuMicros(NOTICE) / MICROS) + " by the counting rule, ratio "
                                + String.format("%.2f", noticeRatio()))
                .print(out, INDENT);

        out.println(paint.bold("raw operations") + INDENT + "one thread, this process, same run");
        Columns raw = new Columns().row("", "CPU", "p50", "p99", "per second", "by an application", "by a notice");
        row(raw, primitives.verify(), rule.verifications(), 0);
        row(raw, primitives.verifyBouncyCastle(), 0, 0);
        row(raw, primitives.verifyDocument(), 0, NOTICE.verifications());
        row(raw, primitives.common().seal(), rule.seals(), 0);
        row(raw, primitives.common().verifySeal(), 0, 0);
        row(raw, primitives.common().commit(), rule.commits(), NOTICE.commits());
        row(raw, primitives.send(), rule.sends(), NOTICE.sends());
        row(raw, primitives.common().exchange(), rule.exchanges(), NOTICE.exchanges());
        raw.print(out, INDENT);

        out.println(paint.bold("one application") + INDENT + rule.filings() + " filings");
        new Columns()
                .row("gateway", millis(ingest.cpuUntilTaken()) + " CPU until its filings are taken")
                .row("raw", millis(primitives.cpuMicros(rule) / MICROS) + " CPU by the counting rule")
                .row("ratio", String.format("%.2f", ratio()))
                .row("heap", mega(heapBytes) + " after a full collection; resident " + mega(residentBytes))
                .print(out, INDENT);
        out.println(paint.goodOrBad(good(), good() ? "good" : "bad") + INDENT + "each filing and notice once: "
                + (good() ? "yes" : "NO"));
    }

    void json(ObjectNode json) {
        json.put("package_bytes", packageBytes).put("filings_per_application", rule.filings());
        ObjectNode in = load(json.putObject("ingest"), ingest.rate(), ingest.load())
                .put("cpu_ms_per_application", ingest.cpuIngest() * 1e3);
        ledger(
                in.putObject("drain")
                        .put("seconds", ingest.drainSeconds())
                        .put("filings_per_second", ingest.filingsPerSecond())
                        .put("cpu_ms_per_application", ingest.cpuDrain() * 1e3)
                        .put("all_taken", ingest.taken())
                        .put("closed", ingest.closed())
                        .put("close_seconds", ingest.closeSeconds()),
                ingest.ledger());
        ledger(
                load(json.putObject("fan_out"), fanOut.rate(), fanOut.load())
                        .put("fault_share", fanOut.share())
                        .put("taken_when_load_ended", fanOut.takenInTime())
                        .put("lag_seconds", fanOut.lagSeconds())
                        .put("sustained", fanOut.sustained())
                        .put("cpu_ms_per_application", fanOut.cpu() * 1e3),
                fanOut.ledger());
        ObjectNode told = load(json.putObject("notices"), notices.rate(), notices.load())
                .put("document_bytes", documentBytes)
                .put("delivered_per_second", notices.perSecond())
                .put("missing", notices.missing())
                .put("cpu_ms_per_notice", notices.cpu() * 1e3)
                .put("raw_cpu_ms_per_notice", primitives.cpuMicros(NOTICE) / 1e3)
                .put("ratio", noticeRatio());
        latencies(told.putObject("available"), notices.available());
        latencies(told.putObject("told"), notices.delivered());
        json.put("gateway_cpu_ms", ingest.cpuUntilTaken() * 1e3)
                .put("raw_cpu_ms", primitives.cpuMicros(rule) / 1e3)
                .put("ratio", ratio());
        heapBytes.ifPresent(bytes -> json.put("heap_bytes_after_collection", bytes));
        residentBytes.ifPresent(bytes -> json.put("resident_bytes", bytes));
    }

    private static ObjectNode load(ObjectNode json, double rate, OpenLoop.Result load) {
        json.put("asked_per_second", rate)
                .put("accepted_per_second", load.perSecond())
                .put("measured", load.measured());
        latencies(json, load.latencies());
        ObjectNode refused = json.putObject("refused");
        load.refused().forEach((status, count) -> refused.put(status.toString(), count));
        return json;
    }

    private static void ledger(ObjectNode json, LedgerComparison ledger) {
        json.put("filings", ledger.expected()).put("missing", ledger.missing()).put("doubled", ledger.doubled());
    }

    private static String ledger(Paint paint, LedgerComparison ledger) {
        return paint.goodOrBad(
                ledger.good(),
                ledger.found() + " of " + ledger.expected() + " filings, " + ledger.doubled() + " doubled");
    }

    static void latencies(ObjectNode json, Latencies latencies) {
        json.put("p50_ms", latencies.p50() / 1e3)
                .put("p99_ms", latencies.p99() / 1e3)
                .put("longest_ms", latencies.longest() / 1e3);
    }

    private static void latencies(Columns columns, OpenLoop.Result load) {
        latencies(columns, "receipt", load.latencies());
    }

    private static void latencies(Columns columns, String what, Latencies latencies) {
        columns.row(
                what,
                "p50 " + latencies.millis(latencies.p50()) + ", p99 " + latencies.millis(latencies.p99()) + ", longest "
                        + latencies.millis(latencies.longest()) + " from the intended start");
    }

    private static void row(Columns columns, Measured one, int byApplication, int byNotice) {
        columns.row(
                one.name(),
                String.format("%.0f µs", one.cpuMicros()),
                one.latencies().p50() + " µs",
                one.latencies().p99() + " µs",
                String.format("%.0f", one.perSecond()),
                needed(byApplication),
                needed(byNotice));
    }

    private static String needed(int times) {
        return times == 0 ? "-" : Integer.toString(times);
    }

    private static String millis(double seconds) {
        return String.format("%.2f ms", seconds * 1e3);
    }

    private static String mega(OptionalLong bytes) {
        return bytes.isPresent() ? (bytes.getAsLong() >> 20) + " MB" : "unknown";
    }
}
