package io.renkei.tools.sample;

import io.renkei.api.model.FilingKey;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.tools.pki.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Official documents (公文書) of one simulated ministry, signed before they are needed. Safe for use by several threads. */
public final class SignedDocuments {

    private final PackageSigner signer;
    private final OfficialDocumentWriter writer = new OfficialDocumentWriter();
    private final LocalDate issued;

    /**
     * @param pki the folder of the sandbox's keys
     * @param ministry whose seal is used, such as {@code e-tax}
     * @param issued the day of issue in Japan
     */
    public SignedDocuments(Path pki, String ministry, LocalDate issued) throws IOException, GeneralSecurityException {
        Path seal = pki.resolve("seal-" + ministry + ".pem");
        this.signer = new PackageSigner(Pem.privateKey(seal), Pem.certificates(seal));
        this.issued = issued;
    }

    /**
     * One of them; it leaves its procedure open.
     *
     * @param number of the document, unique with the ministry
     */
    public record Signed(String number, FilingKey filing, byte[] bytes) {

        @Override
        public String toString() {
            return "Signed[" + number + "]";
        }
    }

    /** Signs one for each filing, on all processors. */
    public List<Signed> sign(String prefix, List<FilingKey> filings) {
        return IntStream.range(0, filings.size())
                .parallel()
                .mapToObj(i -> sign(prefix + "-" + i, filings.get(i)))
                .toList();
    }

    private Signed sign(String number, FilingKey filing) {
        byte[] unsigned = writer.write(new OfficialDocument(
                number,
                issued,
                "試験商事株式会社",
                "試験税務署",
                "長",
                "給与支払事務所等の開設届出書に関するお知らせ",
                Optional.of(filing),
                Optional.empty(),
                List.of("提出された届出書を受理し、内容を確認しましたので通知します。", "この通知について不明な点は、当署までお問い合わせください。"),
                false));
        try {
            return new Signed(number, filing, signer.sign(unsigned, "BODY", OfficialDocumentWriter.ID_ATTRIBUTE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sandbox's ministry cannot sign", e);
        }
    }
}
