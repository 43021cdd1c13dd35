package io.renkei.format.egov;

import io.renkei.format.egov.EgovCase.CaseFile;
import io.renkei.format.egov.internal.Bytes;
import io.renkei.format.egov.internal.FormLayout;
import io.renkei.format.egov.internal.KouseiWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a filing as e-Gov takes it (標準形式). The same case gives the same bytes. Nothing is sealed here: seal {@value
 * #KOUSEI} over the element whose attribute {@value #ID_ATTRIBUTE} is {@value #ID}, together with the form file, as last
 * child of the document, and move the signature to its place with {@link #signatureInPlace}. Safe for use by several
 * threads.
 */
public final class EgovPackageWriter {

    /** The configuration of a case folder (構成管理XML). */
    public static final String KOUSEI = "kousei.xml";

    /** The attribute that is the XML ID of the element to be sealed. */
    public static final String ID_ATTRIBUTE = "ID";

    /** The ID of the element to be sealed, and its name. */
    public static final String ID = "構成情報";

    /** 手続ID of 取下げ依頼, and the folder of its files. */
    public static final String WITHDRAWAL = "9990000000000003";

    /** 様式ID of 取下げ依頼書. */
    public static final String WITHDRAWAL_FORM = "999000000000000003";

    /** The file of its form. */
    public static final String WITHDRAWAL_FILE = WITHDRAWAL_FORM + "_01.xml";

    private static final String ROOT_END = "</DataRoot>";
    private static final byte[] PLACE = utf8("<署名情報></署名情報>");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * The files of the case folder by plain name: {@value #KOUSEI}, the form, the attachments.
     *
     * @throws IllegalArgumentException if there is no layout for the form of the procedure, no office is given, or an
     *     attachment has the name of another file
     */
    public Map<String, byte[]> write(EgovCase filing) {
        FormLayout layout = FormLayout.of(filing.procedure().officialId())
                .orElseThrow(() -> new IllegalArgumentException("there is no layout for the form of procedure "
                        + filing.procedure().officialId()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(KOUSEI, KouseiWriter.write(filing));
        files.put(filing.procedure().formFile(), layout.write(filing.procedure(), filing.content()));
        for (CaseFile attachment : filing.attachments()) {
            if (files.put(attachment.file(), attachment.bytes()) != null) {
                throw new IllegalArgumentException("two files of a case have one name");
            }
        }
        return files;
    }

    /**
     * The files of a withdrawal (取下げ依頼) by plain name: {@value #KOUSEI} and the form.
     *
     * @param receipt the 到達番号 of the case that is taken back
     * @param reason as the applicant wrote it, or empty text
     */
    public Map<String, byte[]> withdrawal(CaseMark mark, String receipt, String reason) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(KOUSEI, KouseiWriter.withdrawal(mark, receipt));
        files.put(WITHDRAWAL_FILE, KouseiWriter.withdrawalForm(reason));
        return files;
    }

    /** The same files under their folder, {@code folder/name}. */
    public static Map<String, byte[]> inFolder(String folder, Map<String, byte[]> files) {
        Map<String, byte[]> placed = new LinkedHashMap<>();
        files.forEach((name, bytes) -> placed.put(folder + "/" + name, bytes));
        return placed;
    }

    /** One ZIP with UTF-8 names and without times, in the order of the map. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a ZIP in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Moves a signature that was put last in the document into 署名情報, where e-Gov has it. It stays valid: the signed
     * element does not change, and neither do the namespaces in scope.
     *
     * @param sealed what {@link #write} gave as {@value #KOUSEI}, with one signature as last child of the document
     *     element
     * @throws IllegalArgumentException if it is not that
     */
    public static byte[] signatureInPlace(byte[] sealed) {
        int place = Bytes.lastIndexOf(sealed, PLACE);
        int end = Bytes.lastIndexOf(sealed, utf8(ROOT_END));
        int signature = place + PLACE.length;
        if (place < 0 || end <= signature || sealed[signature] != '<') {
            throw new IllegalArgumentException("the signature has to stand last in a document of this writer");
        }
        int inside = place + utf8("<署名情報>").length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(sealed.length);
        out.writeBytes(Arrays.copyOfRange(sealed, 0, inside));
        out.writeBytes(Arrays.copyOfRange(sealed, signature, end));
        out.writeBytes(Arrays.copyOfRange(sealed, inside, signature));
        out.writeBytes(Arrays.copyOfRange(sealed, end, sealed.length));
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
