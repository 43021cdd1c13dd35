package io.renkei.connector.yaml.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TransientFailure;
import java.util.List;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;

/** A file as a connector: it can what its sections say, and no more. Safe for use by several threads. */
class FileConnector implements Dispatcher {

    private final FileInstance instance;

    private FileConnector(FileInstance instance) {
        this.instance = instance;
    }

    static FileConnector of(FileInstance instance) {
        Optional<Inquiries> inquiries = instance.inquiries();
        if (inquiries.isEmpty()) {
            return new FileConnector(instance);
        }
        return instance.tellsStates()
                ? new Following(instance, inquiries.get())
                : new Asking(instance, inquiries.get());
    }

    @Override
    public DestinationId destination() {
        return instance.settings().destination();
    }

    @Override
    public Health probe() {
        return instance.probe();
    }

    @Override
    public LaneSettings settings() {
        return instance.settings().lane();
    }

    @Override
    public RoutesBuilder routes(Lane lane) {
        return instance.routes(lane);
    }

    FileInstance instance() {
        return instance;
    }

    /** With the section {@code inquiry}. */
    private static class Asking extends FileConnector implements Reconciler {

        private final Inquiries inquiries;

        private Asking(FileInstance instance, Inquiries inquiries) {
            super(instance);
            this.inquiries = inquiries;
        }

        Inquiries inquiries() {
            return inquiries;
        }

        @Override
        public Finding lookUp(Question question) throws TransientFailure {
            return inquiries.lookUp(question);
        }
    }

    /** With the words of its states too. */
    private static final class Following extends Asking implements StatusReader {

        private Following(FileInstance instance, Inquiries inquiries) {
            super(instance, inquiries);
        }

        @Override
        public List<Status> statuses(List<Open> filings) throws TransientFailure {
            return inquiries().statuses(filings);
        }
    }
}
