package io.renkei.testkit;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.NoticeFolder;
import io.renkei.api.spi.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Takes documents from a {@link ToyFolderServer}, and breaks what it is told to break. */
final class ToyFolder implements NoticeFolder {

    /** A broken promise. */
    enum Sin {
        CUTS_THE_END,
        TAKES_WHAT_IT_READS,
        FORGETS_TO_SETTLE,
        SETTLES_ONCE_ONLY,
        KEEPS_WHAT_IS_REFUSED,
        KNOWS_ONE_VERSION,
        WAITS_FOR_EVER,
        TELLS_NO_CODE,
        PROBE_WAITS,
        PROBE_SETTLES,
        PAUSE_CHANGES,
        LEAVES_A_THREAD
    }

    private static final int TOO_LONG = 3_000;

    private final int port;
    private final Set<Sin> sins;
    private final Set<Left> settled = new HashSet<>();
    private int asked;

    ToyFolder(int port, Set<Sin> sins) {
        this.port = port;
        this.sins = sins;
        if (sins.contains(Sin.LEAVES_A_THREAD)) {
            Thread thread = new Thread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public DestinationId destination() {
        return new DestinationId("e-tax");
    }

    @Override
    public Visiting visiting() {
        int more = sins.contains(Sin.PAUSE_CHANGES) ? asked++ : 0;
        return new Visiting(Duration.ofMillis(1_000 + more), Duration.ofSeconds(10));
    }

    @Override
    public Health probe() {
        try {
            String list = ask(sins.contains(Sin.PROBE_WAITS) ? 2_000 : 500, "LIST");
            if (sins.contains(Sin.PROBE_SETTLES)) {
                for (String line : list.lines().toList()) {
                    ask(500, "SETTLE " + line);
                }
            }
            return Health.UP;
        } catch (IOException e) {
            return Health.down("TOY-001");
        }
    }

    @Override
    public Visit visit() throws TransientFailure {
        try {
            return new ToyVisit(ask(sins.contains(Sin.WAITS_FOR_EVER) ? TOO_LONG : 1_000, "LIST"));
        } catch (IOException e) {
            throw new TransientFailure(sins.contains(Sin.TELLS_NO_CODE) ? "it is away" : "TOY-001", e);
        }
    }

    private String ask(int millis, String question) throws IOException {
        return new String(bytes(millis, question), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int millis, String question) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            return socket.getInputStream().readAllBytes();
        }
    }

    private final class ToyVisit implements Visit {

        private final List<Left> left;

        private ToyVisit(String list) {
            left = list.lines()
                    .map(line -> line.split(" "))
                    .map(each ->
                            new Left(each[0], sins.contains(Sin.KNOWS_ONE_VERSION) ? "1" : each[1], Optional.empty()))
                    .toList();
        }

        @Override
        public List<Left> left() {
            return left;
        }

        @Override
        public InputStream read(Left document) throws IOException {
            byte[] all = bytes(1_000, "GET " + document.name());
            if (sins.contains(Sin.TAKES_WHAT_IT_READS)) {
                ask(1_000, "SETTLE " + document.name() + " " + document.version());
            }
            return new ByteArrayInputStream(all, 0, sins.contains(Sin.CUTS_THE_END) ? all.length - 1 : all.length);
        }

        @Override
        public void acknowledge(Left document, Receipt receipt) throws TransientFailure {
            boolean again = !settled.add(document);
            if (again && sins.contains(Sin.SETTLES_ONCE_ONLY)) {
                throw new IllegalStateException("it is settled");
            }
            boolean stays = sins.contains(Sin.FORGETS_TO_SETTLE)
                    || sins.contains(Sin.KEEPS_WHAT_IS_REFUSED)
                            && receipt.refusal().isPresent();
            try {
                if (!stays) {
                    ask(1_000, "SETTLE " + document.name() + " " + document.version());
                }
            } catch (IOException e) {
                throw new TransientFailure("TOY-001", e);
            }
        }

        @Override
        public void close() {
            // Each question has a connection of its own.
        }
    }
}
