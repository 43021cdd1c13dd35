package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Troubles.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the folder four times a second, from its start to its end. */
final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final long LOOK_MILLIS = 250;

    private final Path folder;
    private final LiveFiles files;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "renkei.connector.yaml");
        thread.setDaemon(true);
        return thread;
    });

    FileWatch(Path folder, LiveFile.Makes makes) {
        this.folder = folder;
        files = new LiveFiles(new ConnectorFolder(folder), makes);
    }

    /** With the paths of the files; waits for nobody. */
    List<Trouble> troubles() {
        return files.troubles().stream()
                .map(each -> new Trouble(folder.resolve(each.where()).toString(), each.isServed(), each.sentences()))
                .toList();
    }

    void start() {
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The boundary of the thread: a defect in one look must not end the looks. */
    private void look() {
        try {
            files.look();
        } catch (RuntimeException e) {
            LOG.error("The connector files could not be looked at; those in use stay. Report this.", e);
        }
    }

    /** Takes all files out. What is under way ends; a bundle that stops waits for it. */
    @Override
    public void close() {
        looks.shutdownNow();
        files.close();
    }
}
