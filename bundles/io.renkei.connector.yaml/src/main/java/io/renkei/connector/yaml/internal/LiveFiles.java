package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Troubles.Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All files of the folder. Each is taken up, replaced and taken out by itself, and none waits for another. */
final class LiveFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFiles.class);
    private static final long LONGEST_MAKING_SECONDS = 30;

    private final ConnectorFolder folder;
    private final LiveFile.Makes makes;
    private final Map<String, LiveFile> files = new ConcurrentHashMap<>();
    private final Map<String, LiveFile.Source> judged = new HashMap<>();
    // One thread at most for each file that changes now.
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "renkei.connector.yaml.file");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean isFolderBad;

    LiveFiles(ConnectorFolder folder, LiveFile.Makes makes) {
        this.folder = folder;
        this.makes = makes;
    }

    /** Looks at the folder; what changed is taken up by other threads. */
    synchronized void look() {
        if (threads.isShutdown()) {
            return;
        }
        ConnectorFolder.Look look;
        try {
            look = folder.look();
            isFolderBad = false;
        } catch (IOException e) {
            if (!isFolderBad) {
                LOG.error("The folder of connector files cannot be read; what is in use stays. Make it readable.", e);
            }
            isFolderBad = true;
            return;
        }
        if (look.isTemplateMoving()) {
            return;
        }
        look.files().forEach((name, text) -> {
            LiveFile.Source source = new LiveFile.Source(text, named(text, look.templates()));
            if (!source.equals(judged.put(name, source))) {
                file(name).want(Optional.of(source));
            }
        });
        judged.keySet().removeIf(name -> {
            boolean gone = !look.files().containsKey(name) && !look.moving().contains(name);
            if (gone) {
                files.remove(name).want(Optional.empty());
            }
            return gone;
        });
    }

    /** Files that are not in use as they are now, by the name in the folder; waits for nobody. */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        if (isFolderBad) {
            troubles.add(new Trouble("", true, List.of("The folder cannot be read. Make it readable")));
        }
        files.values().forEach(file -> file.trouble().ifPresent(troubles::add));
        return troubles;
    }

    /** A change of a template is one of the files that name it, and of no other. */
    private static Map<String, Template> named(String text, Map<String, Template> templates) {
        Map<String, Template> named = new HashMap<>(templates);
        named.keySet().removeIf(name -> !text.contains(name));
        return Map.copyOf(named);
    }

    private LiveFile file(String name) {
        return files.computeIfAbsent(name, fresh -> new LiveFile(fresh, threads, makes));
    }

    /** Takes all out. What is under way ends; a bundle that stops waits for it. */
    @Override
    public synchronized void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LONGEST_MAKING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        files.values().forEach(LiveFile::end);
        files.clear();
    }
}
