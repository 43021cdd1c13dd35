package io.renkei.format.egov.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.FormatFault;
import io.renkei.api.spi.PackageReader.Opening;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.api.spi.PackageReader.Reading;
import io.renkei.api.spi.PackageReader.SignedDocument;
import io.renkei.api.spi.PackageReader.VerifiedDocument;
import io.renkei.format.egov.EgovPackageWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EgovReaderTest {

    private static final String FOLDER = Samples.EMPLOYMENT;
    private static final String KOUSEI = FOLDER + "/kousei.xml";
    private static final String FORM = FOLDER + "/495000868003300001_01.xml";

    private final EgovReader reader = new EgovReader();
    private final EgovPackageWriter writer = new EgovPackageWriter();
    private final Map<String, byte[]> files =
            new LinkedHashMap<>(EgovPackageWriter.inFolder(FOLDER, writer.write(Samples.employment())));

    @Test
    void namesTheConfigurationToBeVerifiedWithItsForm() {
        SignedDocument document = assertInstanceOf(Opening.Good.class, reader.open(new Samples.Files(files)))
                .documents()
                .get(0);
        assertEquals(KOUSEI, document.place());
        assertEquals("{}DataRoot", document.root());
        assertEquals(List.of("{}構成情報"), document.signed());
        assertEquals("ID", document.idAttribute());
        assertEquals(List.of("495000868003300001_01.xml"), document.filesSigned());
        assertEquals(
                Set.of("495000868003300001_01.xml", "賃金台帳.txt"),
                document.files().keySet());
    }

    @Test
    void readsTheFolderWithItsOriginalFilesAndItems() throws Exception {
        ApplicationPackage content = good();
        ProcedurePart part = content.procedures().get(new ProcedureId(FOLDER));
        assertEquals("egov", part.originalFormat());
        assertEquals(
                List.copyOf(files.keySet()),
                part.original().stream().map(Attachment::file).toList());
        assertEquals(
                List.of(FOLDER + "/賃金台帳.txt"),
                content.attachments().stream().map(Attachment::file).toList());
        assertEquals("text/plain", content.attachments().get(0).mediaType());
        assertEquals(
                new ItemValue.Code("hello-work-office", "49511000000010000003829"),
                part.content().items().get(new ItemId("hello-work.office")));
        Map<ItemId, ItemValue> all = new LinkedHashMap<>(content.common().items());
        all.putAll(part.content().items());
        assertEquals(Samples.employment().content(), new FilingContent(all));
        assertTrue(content.senderNumber().isEmpty() && content.lifeEvent().isEmpty());
    }

    @Test
    void readsTheSocietyNumberThatDecidesTheSecondDestination() throws Exception {
        files.clear();
        files.putAll(EgovPackageWriter.inFolder(Samples.INSURANCE, writer.write(Samples.insurance())));
        ApplicationPackage content = good();
        FilingContent own =
                content.procedures().get(new ProcedureId(Samples.INSURANCE)).content();
        assertEquals(new ItemValue.Text("06130012"), own.items().get(new ItemId("insurance.society-number")));
        assertEquals(
                new ItemValue.Code("jis-prefecture", "13"), own.items().get(new ItemId("insurance.office-prefecture")));
        assertFalse(own.items().containsKey(new ItemId("hello-work.office")));
    }

    @Test
    void severalFoldersOfOneProcedureAreNumbered() throws Exception {
        files.putAll(EgovPackageWriter.inFolder(FOLDER + "(2)", writer.write(Samples.employment())));
        files.putAll(EgovPackageWriter.inFolder(Samples.INSURANCE + "(1)", writer.write(Samples.insurance())));
        ApplicationPackage content = good();
        assertEquals(
                List.of(FOLDER, FOLDER + "-2", Samples.INSURANCE),
                content.procedures().keySet().stream().map(ProcedureId::value).toList());
    }

    @Test
    void anotherEmployeeInAnotherFolderStaysThere() throws Exception {
        Map<String, byte[]> second = EgovPackageWriter.inFolder(FOLDER + "(2)", writer.write(Samples.employment()));
        second.replaceAll((name, bytes) -> replaced(bytes, "髙﨑　太郎", "試験　次郎"));
        files.putAll(second);
        ApplicationPackage content = good();
        ItemId name = new ItemId("employee.name");
        assertEquals(new ItemValue.Text("髙﨑　太郎"), content.common().items().get(name));
        assertEquals(
                new ItemValue.Text("試験　次郎"),
                content.procedures()
                        .get(new ProcedureId(FOLDER + "-2"))
                        .content()
                        .items()
                        .get(name));
    }

    @Test
    void whatIsWrongIsPlaced() throws Exception {
        Map<String[], String> wrong = Map.of(
                new String[] {"ID=\"構成情報\"", "ID=\"構成\""}, "KOUSEI-007",
                new String[] {"<手続ID>" + FOLDER, "<手続ID>" + Samples.INSURANCE}, "KOUSEI-008",
                new String[] {"<受付行政機関ID>100495", "<受付行政機関ID>100900"}, "KOUSEI-009",
                new String[] {"新規申請", "再提出"}, "KOUSEI-010",
                new String[] {"<初回受付番号>", "<初回受付番号>9002026000000001"}, "KOUSEI-011",
                new String[] {"<提出先識別子>4951", "<提出先識別子>４９５１"}, "KOUSEI-015");
        byte[] original = files.get(KOUSEI);
        for (Map.Entry<String[], String> change : wrong.entrySet()) {
            byte[] changed = replaced(original, change.getKey()[0], change.getKey()[1]);
            assertFalse(java.util.Arrays.equals(original, changed), change.getValue());
            files.put(KOUSEI, changed);
            FormatFault fault = onlyFault();
            assertEquals(change.getValue(), fault.code());
            assertTrue(fault.place().startsWith(KOUSEI + "/構成情報/"), fault.place());
        }
    }

    @Test
    void aListedFileThatIsMissingIsAFault() throws Exception {
        files.remove(FOLDER + "/賃金台帳.txt");
        FormatFault fault = onlyFault();
        assertEquals("KOUSEI-006", fault.code());
        assertFalse(fault.toString().contains("賃金台帳"));
        files.remove(FORM);
        assertEquals("KOUSEI-006", openFault().code());
    }

    @Test
    void anUnlistedFileIsRefusedAlthoughEgovToleratesIt() throws Exception {
        files.put(FOLDER + "/tenpu.txt", Samples.utf8("添付"));
        FormatFault fault = onlyFault();
        assertEquals("KOUSEI-013", fault.code());
        assertEquals(FOLDER + "/file[4]", fault.place());
    }

    @Test
    void aFileListedTwiceAndAnAttachmentWithoutFileAreFaults() throws Exception {
        byte[] original = files.get(KOUSEI);
        files.put(KOUSEI, replaced(original, "ファイル名称>賃金台帳.txt<", "ファイル名称>495000868003300001_01.xml<"));
        assertEquals(
                List.of("KOUSEI-012", "KOUSEI-013"),
                faults().stream().map(FormatFault::code).toList());
        files.put(KOUSEI, replaced(original, "ファイル名称>賃金台帳.txt<", "ファイル名称><"));
        assertEquals(
                List.of("KOUSEI-014", "KOUSEI-013"),
                faults().stream().map(FormatFault::code).toList());
    }

    @Test
    void anAttachmentSentApartNeedsNoFile() throws Exception {
        files.remove(FOLDER + "/賃金台帳.txt");
        files.put(
                KOUSEI,
                replaced(replaced(files.get(KOUSEI), "ファイル名称>賃金台帳.txt<", "ファイル名称><"), "<添付種別>添付<", "<添付種別>別送<"));
        assertTrue(good().attachments().isEmpty());
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        files.put("readme.txt", new byte[0]);
        assertEquals("KOUSEI-001", openFault().code());
        files.remove("readme.txt");
        files.put(FOLDER + "/sub/a.txt", new byte[0]);
        assertEquals("KOUSEI-001", openFault().code());
        files.remove(FOLDER + "/sub/a.txt");
        files.put(FOLDER + "/kousei20260401120000000.xml", new byte[0]);
        assertEquals("KOUSEI-003", openFault().code());
        files.remove(FOLDER + "/kousei20260401120000000.xml");
        files.put(Samples.INSURANCE + "/a.xml", new byte[0]);
        assertEquals("KOUSEI-002", openFault().code());
        files.remove(Samples.INSURANCE + "/a.xml");
        byte[] original = files.get(KOUSEI);
        files.put(KOUSEI, replaced(original, "<DataRoot>", "<!DOCTYPE DataRoot [<!ENTITY a \"b\">]><DataRoot>"));
        assertEquals("KOUSEI-004", openFault().code());
        files.put(KOUSEI, Samples.utf8("<a>".repeat(100_000)));
        assertEquals("KOUSEI-004", openFault().code());
        files.put(KOUSEI, replaced(original, "申請書ファイル名称", "申請書ファイル名"));
        assertEquals("KOUSEI-005", openFault().code());
    }

    @Test
    void aFormThatIsNoXmlIsAFault() throws Exception {
        files.put(FORM, Samples.utf8("様式"));
        assertEquals("KOUSEI-004", onlyFault().code());
    }

    @Test
    void anItemThatIsNotInItsFormIsNotBelieved() throws Exception {
        files.put(FORM, replaced(files.get(FORM), "<元号>昭和</元号><年>64</年>", "<元号>昭和</元号><年>65</年>"));
        assertFalse(good().common().items().containsKey(new ItemId("employee.birth-date")));
    }

    @Test
    void anItemThatStandsTwiceIsNotBelieved() throws Exception {
        files.put(FORM, replaced(files.get(FORM), "<氏名>髙﨑　太郎</氏名>", "<氏名>髙﨑　太郎</氏名><氏名>髙﨑　太郎</氏名>"));
        assertFalse(good().common().items().containsKey(new ItemId("employee.name")));
    }

    @Test
    void recognisesFoldersOfProceduresOnly() {
        assertTrue(reader.recognises(new Samples.Files(files)));
        assertFalse(reader.recognises(new Samples.Files(Map.of("kousei.xml", new byte[0]))));
        assertFalse(reader.recognises(new Samples.Files(Map.of("application.xml", new byte[0]))));
    }

    @Test
    void whatWasNotVerifiedIsNotRead() {
        assertThrows(IllegalArgumentException.class, () -> reader.read(new Samples.Files(files), List.of()));
    }

    @Test
    void itsZipHoldsTheFilesByteForByte() throws Exception {
        byte[] zip = EgovPackageWriter.zip(files);
        assertArrayEquals(zip, EgovPackageWriter.zip(files));
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                assertEquals(file.getKey(), in.getNextEntry().getName());
                assertArrayEquals(file.getValue(), in.readAllBytes());
            }
        }
    }

    private Reading read() throws Exception {
        List<VerifiedDocument> verified = new ArrayList<>();
        for (CaseFolder folder : CaseFolder.of(new Samples.Files(files))) {
            verified.add(
                    Samples.verified(folder.path("kousei.xml"), folder.files().get("kousei.xml"), "構成情報"));
        }
        return reader.read(new Samples.Files(files), verified);
    }

    private ApplicationPackage good() throws Exception {
        assertInstanceOf(Opening.Good.class, reader.open(new Samples.Files(files)));
        Reading reading = read();
        return assertInstanceOf(Reading.Good.class, reading, reading.toString()).content();
    }

    private List<FormatFault> faults() throws Exception {
        return assertInstanceOf(Reading.Bad.class, read()).faults();
    }

    private FormatFault onlyFault() throws Exception {
        List<FormatFault> faults = faults();
        assertEquals(1, faults.size(), faults.toString());
        return faults.get(0);
    }

    private FormatFault openFault() {
        List<FormatFault> faults = assertInstanceOf(Opening.Bad.class, reader.open(new Samples.Files(files)))
                .faults();
        assertEquals(1, faults.size(), faults.toString());
        return faults.get(0);
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return Samples.utf8(new String(bytes, StandardCharsets.UTF_8).replace(from, to));
    }
}
