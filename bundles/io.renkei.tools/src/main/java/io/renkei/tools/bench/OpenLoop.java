package io.renkei.tools.bench;

import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.KeptConnection.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;

/** Sends at a fixed rate, whatever the answers take, over a fixed number of kept connections. */
final class OpenLoop {

    private final URI gateway;
    private final SSLContext tls;
    private final int connections;

    OpenLoop(URI gateway, SSLContext tls, int connections) {
        this.gateway = gateway;
        this.tls = tls;
        this.connections = connections;
    }

    /**
     * What came of it.
     *
     * @param accepted what the gateway calls them, of the warm-up too
     * @param refused other answers by status, and failed connections as {@code 0}, of the warm-up too
     * @param measured how many were accepted after the warm-up
     * @param latencies of those, from their intended start to the last byte of the answer
     * @param seconds from the end of the warm-up to the last answer
     * @param first the intended start of the first of the warm-up
     * @param nanosBetween two intended starts
     */
    record Result(
            List<String> accepted,
            Map<Integer, Integer> refused,
            long measured,
            Latencies latencies,
            double seconds,
            Instant first,
            double nanosBetween) {

        double perSecond() {
            return measured / seconds;
        }

        /** When one was to be sent, from 0 on. */
        Instant intended(int number) {
            return first.plusNanos((long) (number * nanosBetween));
        }
    }

    /**
     * @param perSecond how many are begun each second
     * @param warm how many of them warm up
     * @param whenWarm runs once, at the intended start of the first that is measured
     */
    Result run(Load load, double perSecond, int warm, Runnable whenWarm) throws IOException, InterruptedException {
        List<KeptConnection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            KeptConnection connection = new KeptConnection(gateway, tls);
            connection.open();
            open.add(connection);
        }
        Run run = new Run(load);
        Pace.Times times = new Pace(load.count(), perSecond, warm, whenWarm)
                .run(open.stream()
                        .<Pace.Hand>map(connection -> number -> run.send(connection, number))
                        .toList());
        for (KeptConnection connection : open) {
            connection.close();
        }
        return run.result(times);
    }

    private static final class Run {

        private final Load load;
        private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
        private final Map<Integer, Integer> refused = new ConcurrentHashMap<>();

        Run(Load load) {
            this.load = load;
        }

        private boolean send(KeptConnection connection, int number) {
            try {
                Reply reply = load.send(connection, number);
                Optional<String> name = load.accepted(number, reply);
                if (name.isPresent()) {
                    accepted.add(name.get());
                    return true;
                }
                refused.merge(reply.status(), 1, Integer::sum);
            } catch (IOException e) {
                refused.merge(0, 1, Integer::sum);
            }
            return false;
        }

        Result result(Pace.Times times) {
            return new Result(
                    List.copyOf(accepted),
                    new TreeMap<>(refused),
                    times.latencies().count(),
                    times.latencies(),
                    times.seconds(),
                    times.first(),
                    times.nanosBetween());
        }
    }
}
