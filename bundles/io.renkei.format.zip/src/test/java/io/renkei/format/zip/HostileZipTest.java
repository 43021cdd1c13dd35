package io.renkei.format.zip;

import static io.renkei.format.zip.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HostileZipTest {

    private static final byte[] XML = "<申請>試験太郎</申請>".getBytes(StandardCharsets.UTF_8);

    @Test
    void namesThatLeaveThePackageAreRefused() {
        for (String name :
                List.of("../届.xml", "添付/../../届.xml", "添付/..", "./届.xml", "添付//届.xml", "..", "", "a/./", "../")) {
            assertEquals("#1", refused("ZIP-011", stored(name)).place());
        }
    }

    @Test
    void absoluteNamesAreRefused() {
        for (String name : List.of("/etc/届.xml", "/", "C:届.xml", "c:/届.xml", "//server/届.xml")) {
            refused("ZIP-010", stored(name));
        }
    }

    @Test
    void backslashesAreRefusedInBothCharsets() {
        refused("ZIP-012", stored("添付\\届.xml"));
        refused("ZIP-012", stored("..\\届.xml"));
        refused("ZIP-012", named(new byte[] {(byte) 0x95, 0x5C, 0x5C, 'a'}, 0));
    }

    @Test
    void controlAndInvisibleCharactersAreRefused() {
        for (String name : List.of("届\0.xml", "届\n.xml", "届\u007F.xml", "届\u0085.xml", "\u202Elmx.届", "届\u200B.xml")) {
            refused("ZIP-013", stored(name));
        }
    }

    @Test
    void namesThatAreNoTextAreRefusedAndNeverRepaired() {
        refused("ZIP-008", named("表.xml".getBytes(java.nio.charset.Charset.forName("windows-31j")), RawZip.UTF8));
        refused("ZIP-008", named(new byte[] {(byte) 0x81}, 0));
        refused("ZIP-008", named(new byte[] {'a', (byte) 0xFF, 'b'}, 0));
        refused("ZIP-008", named(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, RawZip.UTF8));
    }

    @Test
    void aNameIsCountedInCharactersAndNotInBytes() throws Exception {
        String longest = "𠮷".repeat(200);
        assertEquals(
                List.of(longest),
                new ZipPackages(ZipLimits.DEFAULTS).open(stored(longest)).names());
        refused("ZIP-009", stored(longest + "田"));
    }

    @Test
    void aNameStandsOnceWhateverItsCaseOrComposition() {
        for (List<String> pair : List.of(
                List.of("届.xml", "届.xml"),
                List.of("Form.xml", "fORM.XML"),
                List.of("ＦＯＲＭ.xml", "ｆｏｒｍ.xml"),
                List.of("ガ.xml", "カ\u3099.xml"),
                List.of("straße", "STRASSE"),
                List.of("添付", "添付/届.xml"),
                List.of("添付/届.xml", "添付"),
                List.of("添付/", "添付"),
                List.of("添付/", "添付/"))) {
            byte[] zip = new RawZip()
                    .stored(pair.get(0), pair.get(0).endsWith("/") ? new byte[0] : XML)
                    .stored(pair.get(1), pair.get(1).endsWith("/") ? new byte[0] : XML)
                    .bytes();
            assertEquals(pair.get(1), refused("ZIP-014", zip).place());
        }
    }

    @Test
    void encryptedEntriesAreRefused() {
        for (int flag : new int[] {1, 1 << 6, 1 << 13}) {
            refused("ZIP-015", both(h -> h.flags |= flag));
        }
        refused("ZIP-017", lying(h -> h.flags ^= RawZip.UTF8));
    }

    @Test
    void methodsOtherThanStoredAndDeflatedAreRefused() {
        for (int method : new int[] {1, 6, 9, 12, 14, 93, 95, 99, 65535}) {
            refused("ZIP-016", both(h -> h.method = method));
        }
    }

    @Test
    void anEntryThatItsTwoHeadersTellDifferentlyIsRefused() {
        List<Consumer<RawZip.Header>> lies = List.of(
                h -> h.name = "別.xml".getBytes(StandardCharsets.UTF_8),
                h -> h.method = 0,
                h -> h.crc ^= 1,
                h -> h.packed -= 1,
                h -> h.size += 1,
                h -> h.flags |= RawZip.LATER,
                h -> h.offset += 1,
                h -> h.extra = unicodePath("別.xml"));
        for (Consumer<RawZip.Header> lie : lies) {
            assertEquals("ZIP-017", refused("ZIP-017", lying(lie)).code());
        }
        refused("ZIP-017", both(h -> h.extra = unicodePath("別.xml")));
    }

    @Test
    void aDataDescriptorThatSaysAnotherSizeIsRefused() {
        byte[] zip =
                new RawZip().both("届.xml", XML, h -> h.flags |= RawZip.LATER).bytes();
        int descriptor = 30 + "届.xml".getBytes(StandardCharsets.UTF_8).length + RawZip.deflate(XML).length;
        zip[descriptor + 12] ^= 1;
        refused("ZIP-017", zip);
    }

    @Test
    void linksAndDevicesAreRefused() {
        for (long mode : new long[] {0120777, 0020666, 0060666, 0010666, 0140666, 0040755}) {
            refused("ZIP-018", lying(h -> h.attributes = mode << 16));
        }
        refused("ZIP-018", new RawZip().stored("添付/", XML).bytes());
    }

    @Test
    void aContentLongerOrShorterThanAnnouncedIsRefused() {
        refused("ZIP-019", both(h -> h.size -= 1));
        refused("ZIP-019", both(h -> h.size += 1));
        refused(
                "ZIP-019",
                new RawZip()
                        .entry(new byte[] {'a'}, 0, 0, XML, h -> h.size -= 1, h -> {})
                        .bytes());
        byte[] padded = Arrays.copyOf(RawZip.deflate(XML), RawZip.deflate(XML).length + 3);
        refused(
                "ZIP-019",
                new RawZip()
                        .entry(new byte[] {'a'}, 0, 0, padded, h -> announce(h, padded.length), h -> {})
                        .bytes());
    }

    @Test
    void aBombThatAnnouncesLittleIsStoppedOneStepPastIt() {
        byte[] bomb = new byte[8 << 20];
        refused("ZIP-019", new RawZip().both("爆弾.xml", bomb, h -> h.size = 100).bytes());
    }

    @Test
    void aChangedContentIsRefused() {
        refused("ZIP-020", both(h -> h.crc ^= 1));
        byte[] zip = stored("届.xml");
        zip[30 + "届.xml".getBytes(StandardCharsets.UTF_8).length] ^= 1;
        refused("ZIP-020", zip);
    }

    @Test
    void bytesThatBelongToNoEntryAreRefused() {
        byte[] hidden = new RawZip().stored("隠.xml", XML).bytes();
        refused(
                "ZIP-021",
                new RawZip().stored("a", XML).stray(hidden).stored("b", XML).bytes());
        refused("ZIP-021", new RawZip().stored("a", XML).stray(new byte[1]).bytes());
        refused("ZIP-021", joined(stored("a"), new byte[1]));
        refused("ZIP-021", joined(stored("a"), stored("b")));
        refused("ZIP-001", joined("MZ".getBytes(StandardCharsets.US_ASCII), stored("a")));
    }

    @Test
    void entriesThatShareBytesAreRefused() {
        byte[] name = {'a'};
        byte[] inner = new RawZip().stored("a", XML).bytes();
        byte[] zip = new RawZip()
                .entry(new byte[] {'o'}, 0, 0, inner, h -> {}, h -> {})
                .entry(name, RawZip.UTF8, 0, XML, h -> {}, h -> h.offset = 31)
                .bytes();
        refused("ZIP-021", zip);
    }

    @Test
    void aDirectoryOfAnotherLengthThanItsCountIsRefused() {
        refused(
                "ZIP-021",
                new RawZip().stored("a", XML).stored("b", XML).countOff(-1).bytes());
        refused("ZIP-021", new RawZip().stored("a", XML).countOff(-1).bytes());
        refused("ZIP-002", new RawZip().stored("a", XML).countOff(1).bytes());
    }

    @Test
    void zip64IsRefusedAlsoWhereItHidesInAComment() {
        byte[] field = {1, 0, 0, 0};
        refused("ZIP-022", both(h -> h.extra = field));
        refused("ZIP-022", lying(h -> h.extra = field));
        refused("ZIP-022", lying(h -> h.size = 0xFFFFFFFFL));
        byte[] locator = new byte[20];
        locator[0] = 'P';
        locator[1] = 'K';
        locator[2] = 6;
        locator[3] = 7;
        refused("ZIP-022", lying(h -> h.comment = locator));
    }

    @Test
    void aZipWithoutFilesIsRefused() {
        refused("ZIP-003", new RawZip().bytes());
        refused("ZIP-003", new RawZip().stored("添付/", new byte[0]).bytes());
    }

    @Test
    void boundsAreHeldBeforeAnythingIsDecompressed() {
        ZipLimits tight = new ZipLimits(2, 1_024, 1_536, 10, 200);
        byte[] noise = new byte[1_024];
        new Random(1).nextBytes(noise);
        refused(
                "ZIP-004",
                new RawZip().stored("a", XML).stored("b", XML).stored("c", XML).bytes(),
                tight);
        refused("ZIP-005", new RawZip().stored("a", new byte[1_025]).bytes(), tight);
        refused("ZIP-006", new RawZip().stored("a", noise).stored("b", noise).bytes(), tight);
        refused("ZIP-007", new RawZip().deflated("a", new byte[1_000]).bytes(), tight);
        refused("ZIP-007", new RawZip().deflated("a", new byte[10 << 20]).bytes());
        refused("ZIP-005", ("<" + "a".repeat(1_024)).getBytes(StandardCharsets.US_ASCII), tight);
    }

    @Test
    void aZipCutAnywhereOrChangedInAnyBitNeverEndsInAnythingButAnAnswer() throws Exception {
        byte[] zip = new RawZip()
                .stored("添付/", new byte[0])
                .both("添付/届.xml", XML, h -> h.flags |= RawZip.LATER)
                .lying("b", XML, h -> h.comment = XML)
                .comment(XML)
                .bytes();
        ZipPackages packages = new ZipPackages(ZipLimits.DEFAULTS);
        assertEquals(2, packages.open(zip).names().size());
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            refused(length < 4 ? "ZIP-001" : refusalOf(packages, cut), cut);
        }
        for (int bit = 0; bit < zip.length * 8; bit++) {
            byte[] changed = zip.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refusalOf(packages, changed);
        }
    }

    private static String refusalOf(ZipPackages packages, byte[] bytes) {
        try {
            var files = packages.open(bytes);
            files.names().forEach(name -> files.bytes(name).orElseThrow());
            return "opened";
        } catch (io.renkei.ports.packages.PackageRefused e) {
            return e.fault().code();
        }
    }

    private static void announce(RawZip.Header header, int packed) {
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(XML);
        header.method = 8;
        header.crc = sum.getValue();
        header.packed = packed;
        header.size = XML.length;
    }

    private static byte[] stored(String name) {
        return new RawZip().stored(name, name.endsWith("/") ? new byte[0] : XML).bytes();
    }

    private static byte[] named(byte[] name, int flags) {
        return new RawZip().entry(name, flags, 0, XML, h -> {}, h -> {}).bytes();
    }

    private static byte[] both(Consumer<RawZip.Header> lie) {
        return new RawZip().both("届.xml", XML, lie).bytes();
    }

    private static byte[] lying(Consumer<RawZip.Header> lie) {
        return new RawZip().lying("届.xml", XML, lie).bytes();
    }

    private static byte[] unicodePath(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return joined(new byte[] {0x75, 0x70, (byte) (text.length + 5), 0, 1, 0, 0, 0, 0}, text);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
