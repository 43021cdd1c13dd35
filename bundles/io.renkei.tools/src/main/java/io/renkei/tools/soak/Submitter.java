package io.renkei.tools.soak;

import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.KeptConnection.Reply;
import io.renkei.tools.client.Submission;
import io.renkei.tools.sample.SignedPackages;
import io.renkei.tools.sample.SignedPackages.Signed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Submits one application after the other. What failed, with whatever answer, is submitted again under its number until a
 * receipt comes, as a partner does it.
 */
final class Submitter implements Runnable {

    private static final long AGAIN_MILLIS = 300;
    private static final int CREATED = 201;
    private static final int REPEATED = 200;

    private final KeptConnection connection;
    private final SignedPackages packages;
    private final String prefix;
    private final long pauseMillis;
    private final SoakProgress progress;
    private final List<String> accepted = new ArrayList<>();
    private volatile boolean ending;

    Submitter(
            KeptConnection connection,
            SignedPackages packages,
            String prefix,
            double perSecond,
            SoakProgress progress) {
        this.connection = connection;
        this.packages = packages;
        this.prefix = prefix;
        this.pauseMillis = Math.round(TimeUnit.SECONDS.toMillis(1) / perSecond);
        this.progress = progress;
    }

    @Override
    public void run() {
        try {
            for (int i = 0; !ending; i++) {
                submit(packages.sign(prefix, i));
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends after the present application. */
    void end() {
        ending = true;
    }

    /** Arrival numbers; to be read when {@link #run} has returned. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    private void submit(Signed signed) throws InterruptedException {
        while (true) {
            try {
                Reply reply = Submission.send(connection, signed);
                if (reply.status() == CREATED || reply.status() == REPEATED) {
                    accepted.add(Submission.number(reply));
                    progress.accepted(reply.status() == REPEATED);
                    return;
                }
            } catch (IOException e) {
                // Whether it was taken is not known: the same number is sent again.
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
    }
}
