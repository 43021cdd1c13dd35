package io.renkei.connector.egov.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.format.egov.CaseMark;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.FilingTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EgovPackageTest {

    private static final FilingKey KEY = new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random(1)), 2);
    private static final String FOLDER_12 = "4950008680033000/";

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @Test
    void marksTheFilingWithItsKeyAndTheDigestOfThePackage() throws Exception {
        String kousei = kousei(files(Map.of(), TestTask.fresh().as(KEY)), FOLDER_12);
        assertEquals(
                new CaseMark(KEY, FilingTask.DIGEST),
                CaseMark.parse(between(kousei, "通信欄")).orElseThrow());
    }

    @Test
    void putsTheSealIntoThePlaceOfSignatures() throws Exception {
        String kousei = kousei(files(Map.of(), TestTask.fresh().as(KEY)), FOLDER_12);
        assertTrue(between(kousei, "署名情報").contains("SignatureValue"), kousei);
        assertTrue(kousei.indexOf("</構成情報><署名情報>") > 0, kousei);
    }

    @Test
    void aFilingOfProcedure12GoesWhereItsItemSays() throws Exception {
        String kousei = kousei(files(Map.of(), TestTask.fresh().as(KEY)), FOLDER_12);
        assertEquals("49511000000010000003829", between(kousei, "提出先識別子"));
    }

    @Test
    void aFilingOfProcedure1GoesToTheConfiguredOffice() throws Exception {
        FilingTask one = task("1", Map.of());
        Map<String, String> set = Map.of("office.1.id", "49513520000010000000000", "office.1.name", "日本年金機構");
        String kousei = kousei(files(set, one), "4950013520711000/");
        assertEquals("49513520000010000000000", between(kousei, "提出先識別子"));
        assertEquals("日本年金機構", between(kousei, "提出先名称"));
        String unset = kousei(files(Map.of(), one), "4950013520711000/");
        assertEquals(EgovTables.NO_OFFICE, between(unset, "提出先識別子"));
    }

    @Test
    void filesOfOneNameAreKeptApart() throws Exception {
        Map<Part, byte[]> parts = new LinkedHashMap<>();
        parts.put(part("一/賃金台帳.txt"), "一".getBytes(StandardCharsets.UTF_8));
        parts.put(part("二/賃金台帳.txt"), "二".getBytes(StandardCharsets.UTF_8));
        parts.put(part("kousei.xml"), "三".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> files = files(Map.of(), task("12", parts));
        assertEquals(
                List.of("kousei.xml", "495000868003300001_01.xml", "賃金台帳.txt", "2_賃金台帳.txt", "2_kousei.xml"),
                files.keySet().stream()
                        .map(name -> name.substring(FOLDER_12.length()))
                        .toList());
        assertArrayEquals("二".getBytes(StandardCharsets.UTF_8), files.get(FOLDER_12 + "2_賃金台帳.txt"));
    }

    @Test
    void aFormWithoutALayoutIsNotWritten() {
        Map<String, String> set = Map.of("procedure.12.official.id", "4950008680034000");
        PermanentFailure failure = assertThrows(
                PermanentFailure.class,
                () -> packages(set).request(TestTask.fresh().as(KEY)));
        assertEquals("EGOV-009", failure.getMessage());
    }

    private static EgovPackage packages(Map<String, String> set) {
        List<String> faults = new ArrayList<>();
        EgovTables tables = EgovTables.of(set, faults);
        assertEquals(List.of(), faults);
        return new EgovPackage(tables, keys.sealer());
    }

    private static Map<String, byte[]> files(Map<String, String> set, FilingTask task) throws Exception {
        JsonNode request = new ObjectMapper().readTree(packages(set).request(task));
        assertEquals(KEY + ".zip", request.at("/send_file/file_name").asText());
        return unzipped(
                Base64.getDecoder().decode(request.at("/send_file/file_data").asText()));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static FilingTask task(String procedure, Map<Part, byte[]> parts) {
        return TestTask.fresh().as(KEY).of(new ProcedureId(procedure)).with(parts);
    }

    private static Part part(String file) {
        return new Part(file, file, false, "text/plain", 3, Sha256.of(new byte[0]));
    }

    private static String kousei(Map<String, byte[]> files, String folder) {
        return new String(files.get(folder + "kousei.xml"), StandardCharsets.UTF_8);
    }

    private static String between(String xml, String element) {
        int from = xml.indexOf("<" + element + ">") + element.length() + 2;
        return xml.substring(from, xml.indexOf("</" + element + ">"));
    }
}
