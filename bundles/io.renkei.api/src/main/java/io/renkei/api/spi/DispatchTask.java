package io.renkei.api.spi;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** One attempt at one filing, as a connector gets it. It prints its key only. */
@ProviderType
public interface DispatchTask {

    /** The filing; it travels to the destination as idempotency key. */
    FilingKey filing();

    ProcedureId procedure();

    DestinationId destination();

    /** The partner in whose name the application came. */
    PartnerId sender();

    /** Of this filing, from 1. */
    int attempt();

    /** When the application arrived. */
    Instant arrived();

    /** The digest of the applicant's signed package, which a filing made by the gateway carries. */
    Sha256 packageDigest();

    /**
     * The items of this filing, the common ones among them. An individual number stands here only if the procedure is
     * marked for it.
     */
    FilingContent content();

    /** What the original files are, such as {@code egov}, or empty text when the gateway makes the filing. */
    String originalFormat();

    /** The applicant's signed files that go out byte for byte, and the attachments, in order. */
    List<Part> parts();

    /**
     * Reads the bytes of a part; its digest was checked.
     *
     * @throws IOException if the content store does not give it now
     */
    byte[] bytes(Part part) throws IOException;

    /**
     * One file of a filing.
     *
     * @param id as items refer to it
     * @param file its name in the package it came with
     * @param original whether it is a signed file of the applicant, else an attachment
     */
    record Part(String id, String file, boolean original, String mediaType, long size, Sha256 digest) {}
}
