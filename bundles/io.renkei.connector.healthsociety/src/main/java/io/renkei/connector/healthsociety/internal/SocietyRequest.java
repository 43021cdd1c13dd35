package io.renkei.connector.healthsociety.internal;

import io.renkei.api.spi.CorrectionSender.Correction;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What one filing is sent as: a ZIP with {@code renkei.json} (filing key, procedure, digest of the applicant's package),
 * KPFD0006.CSV and the attachments, under one detached seal. The seal covers the key and the digest, so that neither can be
 * exchanged. The same filing gives the same ZIP.
 *
 * @param body the ZIP
 * @param seal the detached JWS over it
 */
record SocietyRequest(byte[] body, String seal, String mediaType) {

    static final String PROCEDURE = "1";
    static final String MANIFEST = "renkei.json";

    private static final String SEAL_TYPE = "renkei-filing+jws";
    private static final int TOO_MANY_BYTES = 4_500_000;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * @throws FormFault if an item cannot be written
     * @throws IOException if a file cannot be read now
     * @throws PermanentFailure if there is no form for the procedure
     */
    static SocietyRequest of(DispatchTask task, Sealer sealer) throws FormFault, IOException, PermanentFailure {
        return of(task, Optional.empty(), sealer);
    }

    /** As {@link #of(DispatchTask, Sealer)}. @param correction which filing it corrects, and how */
    static SocietyRequest of(DispatchTask task, Optional<Correction> correction, Sealer sealer)
            throws FormFault, IOException, PermanentFailure {
        if (!task.procedure().value().equals(PROCEDURE)) {
            throw new PermanentFailure(SocietyCode.UNKNOWN_PROCEDURE.code(), null);
        }
        if (!task.originalFormat().isEmpty()) {
            throw new FormFault(SocietyCode.ORIGINAL_FILES, "");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(MANIFEST, manifest(task, correction).getBytes(StandardCharsets.UTF_8));
        files.put(
                KpfdMapper.FILE,
                KpfdMapper.write(task.content(), task.arrived().atZone(JAPAN).toLocalDate()));
        long size = 0;
        for (DispatchTask.Part part : task.parts()) {
            size += part.size();
            if (size >= TOO_MANY_BYTES) {
                throw new FormFault(SocietyCode.TOO_LARGE, "");
            }
            files.put("attachments/" + plain(part.file(), files.size() - 1), task.bytes(part));
        }
        byte[] zip = zip(files);
        if (zip.length >= TOO_MANY_BYTES) {
            throw new FormFault(SocietyCode.TOO_LARGE, "");
        }
        return new SocietyRequest(zip, sealer.sealDetached(SEAL_TYPE, zip), "application/zip");
    }

    /** All are plain ASCII without anything to escape. */
    private static String manifest(DispatchTask task, Optional<Correction> correction) {
        String corrects = correction
                .map(each ->
                        ",\"corrects\":\"" + each.earlier().filing() + "\",\"correctionKind\":\"" + each.kind() + "\"")
                .orElse("");
        return "{\"filing\":\"" + task.filing() + "\",\"procedure\":\"" + task.procedure() + "\",\"packageDigest\":\""
                + task.packageDigest() + "\"" + corrects + "}";
    }

    /** The number keeps equal names apart. */
    private static String plain(String file, int number) {
        return number + "-" + file.substring(file.lastIndexOf('/') + 1);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
