package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.sample.PackageSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the tax office seals and delivers for its filing of an application, and what lies in the partner's inbox then. */
record TaxOffice(Instance instance, Partner partner, GatewayClient ministry, String filing) {

    static final String ID = "e-tax";
    static final String PATH = "/v1/ministry/" + ID + "/notices";
    static final String XML = "application/xml";
    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    static TaxOffice of(Instance instance, Partner partner, String application) throws Exception {
        String filing =
                Correcting.filing(partner.view(application), ID).path("key").asText();
        return new TaxOffice(instance, partner, Partner.caller(instance, "ministry-" + ID), filing);
    }

    /** With the filing of an application that is over. */
    static TaxOffice afterItsDecision(Instance instance) throws Exception {
        Partner partner = Partner.ready(instance);
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        partner.awaitNotices(application, LONGEST);
        return of(instance, partner, application);
    }

    /** A title that no other document has. */
    static String title() {
        return "納税証明 " + UUID.randomUUID();
    }

    static String number() {
        return "試験-" + UUID.randomUUID();
    }

    Path seal() {
        return sealOf(ID);
    }

    Path sealOf(String kind) {
        return instance.pki().resolve("seal-" + kind + ".pem");
    }

    byte[] pdf(String title) throws Exception {
        return SealedPdf.of(title, seal());
    }

    byte[] xml(String title) throws Exception {
        return xml(number(), title, filing, seal(), "本文");
    }

    /** @param seal key and chain in PEM */
    static byte[] xml(String number, String title, String filing, Path seal, String text) throws Exception {
        byte[] document = new OfficialDocumentWriter()
                .write(new OfficialDocument(
                        number,
                        LocalDate.now(ZoneId.of("Asia/Tokyo")),
                        "申請者",
                        "試験税務署",
                        "長",
                        title,
                        Optional.of(FilingKey.parse(filing)),
                        Optional.empty(),
                        List.of(text),
                        false,
                        Optional.empty()));
        return new PackageSigner(Pem.privateKey(seal), Pem.certificates(seal))
                .sign(document, "BODY", OfficialDocumentWriter.ID_ATTRIBUTE);
    }

    /** As a ministry's system packs it: names in CP932, no UTF-8 flag. */
    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("windows-31j"))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    Answer deliver(String type, byte[] document, String... headers) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        all[headers.length + 2] = "Issuer-Reference";
        all[headers.length + 3] = "IT-" + UUID.randomUUID();
        return ministry.post(PATH, document, all);
    }

    /** The same, with the number of the filing beside it. */
    Answer deliverNamed(String type, byte[] document) throws IOException, InterruptedException {
        return deliver(type, document, "Filing", filing);
    }

    /** What lies in the inbox under a title. */
    List<JsonNode> inbox(String title) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode notice :
                partner.gateway().get("/v1/notices").expect(200).json().path("notices")) {
            if (notice.path("title").asText().equals(title)) {
                found.add(notice);
            }
        }
        return found;
    }

    /** Waits for the one notice under a title. */
    JsonNode awaitNotice(String title) throws Exception {
        return Await.until(LONGEST, () -> inbox(title), found -> found.size() == 1)
                .get(0);
    }

    Answer awaitDocument(String title) throws Exception {
        return partner.gateway()
                .get(awaitNotice(title).path("document").asText())
                .expect(200);
    }

    void awaitQuarantine(Answer delivered, String code) throws Exception {
        awaitJudged(delivered, "is quarantined: " + code);
    }

    void awaitWaiting(Answer delivered, String code) throws Exception {
        awaitJudged(delivered, "waits: " + code);
    }

    private void awaitJudged(Answer delivered, String how) throws Exception {
        String line = "Notice " + id(delivered) + " from " + ID + " " + how;
        Await.until(LONGEST, () -> instance.hasLogged(line), logged -> logged);
    }

    static String id(Answer delivered) {
        return delivered.expect(202).json().path("id").asText();
    }
}
