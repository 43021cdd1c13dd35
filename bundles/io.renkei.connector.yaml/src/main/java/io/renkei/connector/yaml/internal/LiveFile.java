package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Troubles.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file at work. A new version is made and tried before the one in use goes; a wrong one changes nothing. What an old one
 * has under way ends beside its successor.
 */
final class LiveFile {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFile.class);

    private final String name;
    private final Executor threads;
    private final Makes makes;
    private final AtomicReference<Optional<Source>> wanted = new AtomicReference<>();
    private Optional<Running> running = Optional.empty();
    private volatile Optional<Trouble> trouble = Optional.empty();

    /** What a file says, with the templates that it may name; the same again changes nothing. */
    record Source(String text, Map<String, Template> templates) {}

    /** Makes a connector of a file and offers it. */
    interface Makes {
        /** @throws FileRefused with all that is wrong */
        FileConnector make(String name, Source source) throws FileRefused;

        /** @return takes it back: it gets nothing new, and what it has under way ends */
        Runnable offer(FileConnector connector);
    }

    private record Running(Source source, FileConnector connector, Runnable takeBack) {}

    LiveFile(String name, Executor threads, Makes makes) {
        this.name = name;
        this.threads = threads;
        this.makes = makes;
    }

    /** The file as it is now, or nothing when it has gone. Returns at once; of several, the last one counts. */
    void want(Optional<Source> source) {
        if (wanted.getAndSet(source) == null) {
            threads.execute(this::settle);
        }
    }

    private synchronized void settle() {
        Optional<Source> source = wanted.getAndSet(null);
        try {
            source.ifPresentOrElse(this::replace, this::end);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} could not be taken up; what is in use stays. Report this.", name, e);
            trouble = Optional.of(new Trouble(
                    name, running.isPresent(), List.of("It could not be taken up; report this, with the log")));
        }
    }

    private void replace(Source source) {
        if (running.filter(now -> now.source().equals(source)).isPresent()) {
            LOG.info("{} is again what is in use.", name);
            trouble = Optional.empty();
            return;
        }
        FileConnector next;
        try {
            next = makes.make(name, source);
        } catch (FileRefused e) {
            LOG.error(
                    "{} is refused, and {}. Correct the file:\n{}",
                    name,
                    running.isPresent() ? "the version in use goes on" : "its destination is not connected by it",
                    e.getMessage());
            trouble = Optional.of(new Trouble(name, running.isPresent(), e.faults()));
            return;
        }
        trouble = Optional.empty();
        boolean first = running.isEmpty();
        if (!first) {
            LOG.info("{} has a new version; what the one before it has under way ends by that one.", name);
        }
        end();
        running = Optional.of(new Running(source, next, makes.offer(next)));
        LOG.info("{} is {}; it connects {}.", name, first ? "taken up" : "replaced", next.destination());
    }

    /** Why the file as it is now is not in use. */
    Optional<Trouble> trouble() {
        return trouble;
    }

    /** Takes it out. */
    synchronized void end() {
        running.ifPresent(now -> {
            now.takeBack().run();
            now.connector().instance().close();
            LOG.info(
                    "{} is taken out; {} is no longer connected by that version.",
                    name,
                    now.connector().destination());
        });
        running = Optional.empty();
    }
}
