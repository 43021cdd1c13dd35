package io.renkei.format.zip;

import static io.renkei.format.zip.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.PackageFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

class GoodPackageTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final byte[] XML = "<申請><氏名>試験　太郎</氏名></申請>".getBytes(StandardCharsets.UTF_8);

    private final ZipPackages packages = new ZipPackages(ZipLimits.DEFAULTS);

    @Test
    void filesComeInTheirOrderWithTheirBytesAndFoldersAreNotListed() throws Exception {
        PackageFiles files = packages.open(new RawZip()
                .stored("添付/", new byte[0])
                .deflated("添付/賃金台帳.txt", "月額 250,000円".getBytes(StandardCharsets.UTF_8))
                .stored("application.xml", XML)
                .bytes());
        assertEquals(List.of("添付/賃金台帳.txt", "application.xml"), files.names());
        assertArrayEquals(XML, files.bytes("application.xml").orElseThrow());
        assertArrayEquals(
                "月額 250,000円".getBytes(StandardCharsets.UTF_8),
                files.bytes("添付/賃金台帳.txt").orElseThrow());
        assertEquals(Optional.empty(), files.bytes("添付/"));
        assertEquals(Optional.empty(), files.bytes("無い.xml"));
        assertFalse(files.isSingleDocument());
    }

    @Test
    void aFileIsDecompressedOnceAndKept() throws Exception {
        PackageFiles files =
                packages.open(new RawZip().deflated("kousei.xml", XML).bytes());
        assertSame(
                files.bytes("kousei.xml").orElseThrow(),
                files.bytes("kousei.xml").orElseThrow());
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        PackageFiles files = packages.open(new RawZip()
                .stored("a.txt", new byte[0])
                .deflated("b.txt", new byte[0])
                .bytes());
        assertEquals(0, files.bytes("a.txt").orElseThrow().length);
        assertEquals(0, files.bytes("b.txt").orElseThrow().length);
    }

    @Test
    void namesInWindows31jAreReadWhenTheyAreNoUtf8EvenWithABackslashAsSecondByte() throws Exception {
        for (String name : List.of("表示.xml", "申請書①㈱髙橋.xml", "ソ能～.xml", "ｼﾝｾｲ.xml")) {
            byte[] zip = new RawZip()
                    .entry(name.getBytes(CP932), 0, 8, XML, h -> {}, h -> {})
                    .bytes();
            assertEquals(List.of(name), packages.open(zip).names());
        }
    }

    @Test
    void namesInUtf8AreReadWithAndWithoutTheirFlag() throws Exception {
        String name = "資格取得届_𠮷田_葛\uDB40\uDD00城.xml";
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        for (int flags : new int[] {0, RawZip.UTF8}) {
            byte[] zip =
                    new RawZip().entry(raw, flags, 0, XML, h -> {}, h -> {}).bytes();
            assertEquals(List.of(name), packages.open(zip).names());
        }
    }

    @Test
    void aZipInsideIsAFileLikeAnyOther() throws Exception {
        byte[] inner = new RawZip().deflated("../../etc/passwd", XML).bytes();
        PackageFiles files =
                packages.open(new RawZip().stored("添付/書類.zip", inner).bytes());
        assertEquals(List.of("添付/書類.zip"), files.names());
        assertArrayEquals(inner, files.bytes("添付/書類.zip").orElseThrow());
    }

    @Test
    void zipsOfTheUsualWritersOpen() throws Exception {
        ByteArrayOutputStream java = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(java, StandardCharsets.UTF_8)) {
            out.putNextEntry(new ZipEntry("添付/"));
            out.closeEntry();
            out.putNextEntry(new ZipEntry("添付/届.xml"));
            out.write(XML);
            out.closeEntry();
        }
        ByteArrayOutputStream commons = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(commons)) {
            out.setEncoding("windows-31j");
            out.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.ALWAYS);
            out.setComment("社会保険手続");
            out.putArchiveEntry(new ZipArchiveEntry("添付/届.xml"));
            out.write(XML);
            out.closeArchiveEntry();
        }
        for (ByteArrayOutputStream zip : List.of(java, commons)) {
            PackageFiles files = packages.open(zip.toByteArray());
            assertEquals(List.of("添付/届.xml"), files.names());
            assertArrayEquals(XML, files.bytes("添付/届.xml").orElseThrow());
        }
    }

    @Test
    void aBareDocumentIsAPackageOfOneFileInAnyEncodingOfXml() throws Exception {
        String text = "\r\n\t <申請/>";
        for (byte[] document : List.of(
                XML,
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
            PackageFiles files = packages.open(document);
            assertTrue(files.isSingleDocument());
            assertEquals(List.of(PackageFiles.DOCUMENT), files.names());
            assertSame(document, files.bytes(PackageFiles.DOCUMENT).orElseThrow());
            assertEquals(Optional.empty(), files.bytes("other.xml"));
        }
    }

    @Test
    void whatIsNeitherZipNorXmlIsRefused() {
        for (String text : List.of("", " ", "\uFEFF", "{\"package\":1}", "%PDF-1.7 <", "PK", "\0<a/>", "申請")) {
            refused("ZIP-001", text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
