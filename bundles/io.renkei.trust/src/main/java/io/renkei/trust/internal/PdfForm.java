package io.renkei.trust.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * The signatures that the form of a PDF names, and its title. The file is read strictly: a reader that mends what is
 * broken could see another document than the addressee does.
 *
 * @param signatures in the order of their revisions
 * @param title from the information dictionary, or empty text
 */
record PdfForm(List<Signed> signatures, String title) {

    private static final String CADES = "ETSI.CAdES.detached";
    private static final List<String> FORMS = List.of("adbe.pkcs7.detached", CADES);

    /**
     * One signature.
     *
     * @param cades whether it says that it is CAdES, as PAdES demands
     */
    record Signed(PdfRange range, boolean cades) {}

    static PdfForm read(byte[] document) throws SignatureRefused {
        try (PDDocument pdf = new PDFParser(new RandomAccessReadBuffer(document)).parse(false)) {
            if (pdf.isEncrypted()) {
                throw new SignatureRefused(TrustCode.PDF_UNREADABLE, "document");
            }
            List<Signed> signatures = new ArrayList<>();
            for (PDSignature each : pdf.getSignatureDictionaries()) {
                signatures.add(signed(document, each, "Signature[" + (signatures.size() + 1) + "]"));
            }
            signatures.sort(Comparator.comparing(each -> each.range().end()));
            String title =
                    Optional.ofNullable(pdf.getDocumentInformation().getTitle()).orElse("");
            return new PdfForm(List.copyOf(signatures), title);
        } catch (IOException | RuntimeException e) { // PDFBox throws what it meets in a file of another make
            throw new SignatureRefused(TrustCode.PDF_UNREADABLE, "document");
        }
    }

    private static Signed signed(byte[] document, PDSignature signature, String place) throws SignatureRefused {
        int[] range = signature.getByteRange();
        String form = Optional.ofNullable(signature.getSubFilter()).orElse("");
        if (range.length != 4 || range[0] != 0 || !FORMS.contains(form)) {
            throw new SignatureRefused(TrustCode.PDF_FORM, place);
        }
        PdfRange covered = PdfRange.of(document, range[1], range[2], range[3])
                .filter(each -> Arrays.equals(each.value(document), signature.getContents()))
                .orElseThrow(() -> new SignatureRefused(TrustCode.PDF_FORM, place));
        return new Signed(covered, CADES.equals(form));
    }
}
