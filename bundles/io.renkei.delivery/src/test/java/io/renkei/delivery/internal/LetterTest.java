package io.renkei.delivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final String ID = "0f1e2d3c-0000-4000-8000-000000000001";

    /** SHA-256 of no bytes, as anybody can look it up. */
    private static final String DIGEST = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

    @Test
    void saysInHeadersWhatTheDocumentIs() {
        assertEquals(
                Map.of(
                        "Content-Type",
                        "application/pdf",
                        "Notice-Id",
                        ID,
                        "Issuer",
                        "hello-work",
                        "Issuer-Number",
                        "%\"%e9%9b%87 %221%22 100%25\"",
                        "Repr-Digest",
                        DIGEST,
                        "Idempotency-Key",
                        "\"" + ID + "\""),
                new Letter(notice("雇 \"1\" 100%"), DocumentKind.PDF).headers());
    }

    @Test
    void isSealedInCanonicalForm() {
        assertEquals(
                "{\"content_type\":\"application/pdf\",\"idempotency_key\":\"" + ID
                        + "\",\"issuer\":\"hello-work\",\"issuer_number\":\"雇\\\\ \\\"1\\\"\\t\\u001f/\",\"notice_id\":\""
                        + ID + "\",\"repr_digest\":\"" + DIGEST + "\"}",
                new String(
                        new Letter(notice("雇\\ \"1\"\t\u001f/"), DocumentKind.PDF).sealed(), StandardCharsets.UTF_8));
    }

    @Test
    void isReadByAnyJsonReader() throws Exception {
        StringBuilder all = new StringBuilder();
        for (char each = 1; each < 0x180; each++) {
            all.append(each);
        }
        all.append("𠮷\u2028");
        assertEquals(
                all.toString(),
                new ObjectMapper()
                        .readTree(new Letter(notice(all.toString()), DocumentKind.XML).sealed())
                        .path("issuer_number")
                        .asText());
    }

    private static NoticeView notice(String number) {
        return new NoticeView(
                new NoticeId(UUID.fromString(ID)),
                new DestinationId("hello-work"),
                "rest",
                "",
                NoticeVerdict.MATCHED,
                number,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                new ContentRef(UUID.randomUUID(), 0, Sha256.of(new byte[0])),
                NoticeFacts.received(Instant.EPOCH),
                false);
    }
}
