package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.trust.internal.TestPki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A document of the largest size takes one copy of itself in memory, whatever its kind. */
@Timeout(180)
class LargeDocumentTest {

    private static final int SIZE = 49_000_000;
    private static final String HEAP = "-Xmx128m";
    private static final Issued ROOT = TestPki.root("CN=試験認証局,C=JP");
    private static final Issued SEAL = TestPki.of(ROOT).issue();

    @TempDir
    Path folder;

    private String verified(String kind, byte[] document) throws Exception {
        Path file = Files.write(folder.resolve("document"), document);
        Path root = Files.write(folder.resolve("root"), ROOT.certificate().getEncoded());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDocument.class.getName(),
                        kind,
                        file.toString(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return said.strip();
    }

    @Test
    void anXmlDocumentWithOneLongTextIsVerifiedInASmallHeap() throws Exception {
        // A kanji amid Base64, which would make one long text take two bytes a character.
        String text = "A".repeat(SIZE / 2) + "印" + "B".repeat(SIZE / 2);
        byte[] sealed = sealed("<P>" + text + "</P>");
        assertTrue(sealed.length > SIZE);
        assertEquals("accepted []", verified("xml", sealed));
    }

    @Test
    void aTagAndACommentOfSeveralMebibytesAreRefusedBeforeTheyAreGathered() throws Exception {
        String big = "a".repeat(SIZE);
        assertEquals("refused [TRUST-005]", verified("xml", utf8("<DOC><BODY ID='" + big + "'/></DOC>")));
        assertEquals("refused [TRUST-005]", verified("xml", utf8("<DOC><!--" + big + "--><BODY/></DOC>")));
        assertEquals("refused [TRUST-005]", verified("xml", utf8("<?x " + big + "?><DOC/>")));
    }

    @Test
    void aDocumentBeyondTheBoundIsRefused() throws Exception {
        assertEquals("refused [TRUST-003]", verified("xml", utf8("<DOC>" + "a".repeat(53_000_000) + "</DOC>")));
    }

    @Test
    void aPdfIsVerifiedInASmallHeap() throws Exception {
        byte[] noise = new byte[SIZE];
        new Random(1).nextBytes(noise);
        byte[] plain;
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            PDStream stream = new PDStream(pdf);
            try (OutputStream output = stream.createOutputStream()) {
                output.write(noise);
            }
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            plain = bytes.toByteArray();
        }
        assertEquals("accepted []", verified("pdf", SealedPdf.by(SEAL).sign(plain)));
    }

    private static byte[] sealed(String content) {
        return new JdkSignature(SEAL)
                .reference("#DOCBODY", JdkSignature.C14N)
                .into("DOC")
                .sign(utf8("<DOC><BODY ID=\"DOCBODY\">" + content + "</BODY></DOC>"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
