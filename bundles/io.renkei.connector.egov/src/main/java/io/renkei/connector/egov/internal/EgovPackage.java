package io.renkei.connector.egov.internal;

import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes what is sent. An applicant's own e-Gov files go out byte for byte; otherwise the gateway writes configuration
 * and form, and seals both. The same task gives the same files.
 */
final class EgovPackage {

    static final String ORIGINAL = "egov";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, EgovProcedure> procedures;
    private final Sealer sealer;

    EgovPackage(Map<String, EgovProcedure> procedures, Sealer sealer) {
        this.procedures = procedures;
        this.sealer = sealer;
    }

    /**
     * The body of POST /apply; the name of the sent file is the filing key.
     *
     * @throws IOException if the content store does not give a file now
     * @throws PermanentFailure if the procedure is not configured
     */
    byte[] request(DispatchTask task) throws IOException, PermanentFailure {
        EgovProcedure procedure = procedures.get(task.procedure().value());
        if (procedure == null) {
            throw new PermanentFailure(EgovCode.UNKNOWN_PROCEDURE.code(), null);
        }
        Map<String, byte[]> files = task.originalFormat().equals(ORIGINAL) ? copied(task) : made(task, procedure);
        byte[] zip = zip(procedure.officialId(), files);
        return ("{\"proc_id\":\"" + procedure.officialId() + "\",\"send_file\":{\"file_name\":\"" + task.filing()
                        + ".zip\",\"file_data\":\"" + Base64.getEncoder().encodeToString(zip) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> copied(DispatchTask task) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Part part : task.parts()) {
            files.put(plain(part.file()), task.bytes(part));
        }
        return files;
    }

    private Map<String, byte[]> made(DispatchTask task, EgovProcedure procedure) throws IOException {
        List<Part> attachments =
                task.parts().stream().filter(part -> !part.original()).toList();
        String form = procedure.formId() + "_01.xml";
        byte[] formBytes = FormWriter.write(procedure, task.content());
        byte[] kousei = KouseiWriter.write(
                task,
                procedure,
                form,
                attachments.stream().map(part -> plain(part.file())).toList());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "kousei.xml",
                sealer.sealXml(kousei, new XmlSeal("ID", KouseiWriter.ID, Map.of(form, formBytes), Placement.SIBLING)));
        files.put(form, formBytes);
        for (Part attachment : attachments) {
            files.put(plain(attachment.file()), task.bytes(attachment));
        }
        return files;
    }

    private static String plain(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static byte[] zip(String folder, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
