package io.renkei.connector.eltax.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one filing is sent as: one document whose document element is sealed as a whole, with filing key and digest of the
 * applicant's package inside.
 *
 * @param body the sealed document
 */
record EltaxRequest(byte[] body, String mediaType) {

    static final String PROCEDURE = "22";

    private static final int TOO_MANY_BYTES = 10_000_000;

    /**
     * @throws FormFault if an item cannot be written
     * @throws IOException if a file cannot be read now
     * @throws PermanentFailure if there is no form for the procedure
     */
    static EltaxRequest of(DispatchTask task, Sealer sealer) throws FormFault, IOException, PermanentFailure {
        if (!task.procedure().value().equals(PROCEDURE)) {
            throw new PermanentFailure(EltaxCode.UNKNOWN_PROCEDURE.code(), null);
        }
        if (!task.originalFormat().isEmpty()) {
            throw new FormFault(EltaxCode.ORIGINAL_FILES, "");
        }
        Map<String, String> attachments = new LinkedHashMap<>();
        long size = 0;
        for (DispatchTask.Part part : task.parts()) {
            size += part.size();
            if (size >= TOO_MANY_BYTES) {
                throw new FormFault(EltaxCode.TOO_LARGE, "");
            }
            String name = part.file().substring(part.file().lastIndexOf('/') + 1);
            attachments.put(
                    Characters.checked(part.id(), name), Base64.getEncoder().encodeToString(task.bytes(part)));
        }
        byte[] document = EltaxMapper.write(task.filing(), task.packageDigest(), task.content(), attachments);
        return new EltaxRequest(
                sealer.sealXml(document, XmlSeal.of(EltaxMapper.ID_ATTRIBUTE, EltaxMapper.ID, Placement.ENVELOPED)),
                "application/xml");
    }
}
