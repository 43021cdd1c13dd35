package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask;
import io.renkei.ports.filing.FilingBody;
import io.renkei.ports.state.FilingMatter;
import io.renkei.ports.state.FilingStore.Attempt;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The task of one attempt. Once the attempt was given up it hands out nothing more, so that a thread that was left
 * behind cannot send the filing late.
 */
final class OpenedTask implements DispatchTask {

    private final Attempt attempt;
    private final FilingBody body;
    private final PackageParts files;
    private volatile boolean over;

    OpenedTask(Attempt attempt, FilingBody body, PackageParts parts) {
        this.attempt = attempt;
        this.body = body;
        this.files = parts;
    }

    /** Gives the attempt up. */
    void end() {
        over = true;
    }

    private FilingMatter matter() {
        return attempt.matter();
    }

    private void requireUnderWay() {
        if (over) {
            throw new IllegalStateException("the attempt is over");
        }
    }

    @Override
    public FilingKey filing() {
        return attempt.filing();
    }

    @Override
    public ProcedureId procedure() {
        return matter().procedure();
    }

    @Override
    public DestinationId destination() {
        return matter().destination();
    }

    @Override
    public PartnerId sender() {
        return matter().sender();
    }

    @Override
    public int attempt() {
        return attempt.number();
    }

    @Override
    public Instant arrived() {
        return matter().arrived();
    }

    @Override
    public Sha256 packageDigest() {
        return matter().packageDigest();
    }

    @Override
    public FilingContent content() {
        requireUnderWay();
        return body.content();
    }

    @Override
    public String originalFormat() {
        return body.originalFormat();
    }

    @Override
    public List<Part> parts() {
        return body.parts();
    }

    @Override
    public byte[] bytes(Part part) throws IOException {
        requireUnderWay();
        return files.bytes(part);
    }

    @Override
    public String toString() {
        return attempt.filing().toString();
    }
}
