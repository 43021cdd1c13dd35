package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.tools.bench.Primitive.Measured;
import io.renkei.tools.text.Columns;
import io.renkei.tools.text.Paint;
import java.io.PrintStream;
import java.util.Map;

/** What was measured of attribute linkage. */
record LinkageReport(LinkageLoad.Result load, Primitives.Common raw) {

    private static final double MICROS = 1e6;
    private static final String INDENT = "  ";

    boolean good() {
        return load.signOns().good() && load.handovers().good();
    }

    private double ratio(VisitPhase.Result visits, LinkageRule rule) {
        return visits.cpu() * MICROS / raw.cpuMicros(rule);
    }

    void print(PrintStream out, Paint paint) {
        print(out, paint, "sign-ons", "signed in and linked before", load.signOns(), LinkageRule.SIGN_ON);
        print(
                out,
                paint,
                "handovers",
                "asked, consented, answered, chosen, fetched",
                load.handovers(),
                LinkageRule.HANDOVER);
    }

    /** Those that count here, where no other table shows them. */
    void printRaw(PrintStream out, Paint paint) {
        out.println(paint.bold("raw operations") + INDENT + "one thread, this process, same run");
        Columns columns = new Columns().row("", "CPU", "p50", "p99", "per second");
        for (Measured one : raw.all()) {
            columns.row(
                    one.name(),
                    String.format("%.0f µs", one.cpuMicros()),
                    one.latencies().p50() + " µs",
                    one.latencies().p99() + " µs",
                    String.format("%.0f", one.perSecond()));
        }
        columns.print(out, INDENT);
    }

    private void print(
            PrintStream out, Paint paint, String name, String what, VisitPhase.Result visits, LinkageRule rule) {
        Latencies latencies = visits.times().latencies();
        out.println(paint.bold(name) + INDENT + what + "; " + visits.visitors() + " people at " + Visitors.siteCount()
                + String.format(" sites, ready in %.1f s", load.readySeconds()));
        new Columns()
                .row("asked", String.format("%.1f/s", visits.rate()))
                .row(
                        "verified",
                        String.format("%.1f/s", visits.times().perSecond()) + " (" + latencies.count() + " measured), "
                                + paint.goodOrBad(visits.good(), failed(visits)))
                .row(
                        "whole",
                        "p50 " + latencies.millis(latencies.p50()) + ", p99 " + latencies.millis(latencies.p99())
                                + ", longest " + latencies.millis(latencies.longest()) + " from the intended start")
                .row("CPU", String.format("%.2f ms each", visits.cpu() * 1e3))
                .row(
                        "raw",
                        String.format(
                                "%.2f ms by the counting rule (%d exchanges, %d commits, %d verifications, %d signatures),"
                                        + " ratio %.2f",
                                raw.cpuMicros(rule) / 1e3,
                                rule.exchanges(),
                                rule.commits(),
                                rule.verifications(),
                                rule.signatures(),
                                ratio(visits, rule)))
                .print(out, INDENT);
    }

    private static String failed(VisitPhase.Result visits) {
        return visits.failed().isEmpty()
                ? "none failed"
                : visits.failed().values().stream().mapToInt(Integer::intValue).sum() + " failed: " + visits.failed();
    }

    void json(ObjectNode json) {
        json.put("linkage_ready_seconds", load.readySeconds());
        json(json.putObject("sign_ons"), load.signOns(), LinkageRule.SIGN_ON);
        json(json.putObject("handovers"), load.handovers(), LinkageRule.HANDOVER);
    }

    private void json(ObjectNode json, VisitPhase.Result visits, LinkageRule rule) {
        json.put("asked_per_second", visits.rate())
                .put("verified_per_second", visits.times().perSecond())
                .put("people", visits.visitors())
                .put("measured", visits.times().latencies().count());
        BenchReport.latencies(json, visits.times().latencies());
        json.put("cpu_ms", visits.cpu() * 1e3)
                .put("raw_cpu_ms", raw.cpuMicros(rule) / 1e3)
                .put("ratio", ratio(visits, rule));
        ObjectNode failed = json.putObject("failed");
        for (Map.Entry<String, Integer> each : visits.failed().entrySet()) {
            failed.put(each.getKey(), each.getValue());
        }
    }
}
