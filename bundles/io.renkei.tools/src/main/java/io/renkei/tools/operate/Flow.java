package io.renkei.tools.operate;

import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.KeptConnection.Reply;
import io.renkei.tools.client.Submission;
import io.renkei.tools.sample.SignedPackages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Applications at a fixed rate, each submitted once, with rests between. */
final class Flow implements AutoCloseable {

    private static final int CREATED = 201;

    private final KeptConnection connection;
    private final SignedPackages packages;
    private final String prefix;
    private final long nanosBetween;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean resting = new AtomicBoolean();
    private final List<String> accepted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "flow");

    /** @param prefix of the senders' numbers */
    Flow(KeptConnection connection, SignedPackages packages, String prefix, double perSecond) {
        this.connection = connection;
        this.packages = packages;
        this.prefix = prefix;
        this.nanosBetween = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        long next = System.nanoTime();
        try {
            for (int i = 0; !ending.get(); ) {
                if (!resting.get()) {
                    submit(i++);
                }
                // After a late answer the next ones catch up; after a rest nothing is to be caught up.
                next = resting.get() ? System.nanoTime() + nanosBetween : next + nanosBetween;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(int number) {
        String outcome;
        try {
            Reply reply = Submission.send(connection, packages.sign(prefix, number));
            if (reply.status() == CREATED) {
                synchronized (this) {
                    accepted.add(Submission.number(reply));
                }
                return;
            }
            outcome = "status " + reply.status();
        } catch (IOException e) {
            outcome = "no answer";
        }
        synchronized (this) {
            refused.add(outcome);
        }
    }

    /** No further application until {@link #goOn}. */
    void rest() {
        resting.set(true);
    }

    void goOn() {
        resting.set(false);
    }

    /** Arrival numbers so far. */
    synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** What was not accepted so far, with the answer. */
    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    /** Ends after the present application. */
    @Override
    public void close() throws IOException, InterruptedException {
        ending.set(true);
        thread.join();
        connection.close();
    }
}
