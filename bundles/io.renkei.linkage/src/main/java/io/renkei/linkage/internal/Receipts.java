package io.renkei.linkage.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.ConsentText;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Words;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Signed receipts that a person keeps: of both consents, and of what was released. The person stands there as the site knows them.
 * Released values stand there as digests, each over a salt of its own, so that a guess cannot be held against another receipt.
 */
final class Receipts {

    /** The type of the sealed receipts. */
    static final String TYPE = "renkei-linkage-receipt+jws";

    private static final int VERSION = 1;
    private static final int SALT_BYTES = 16;

    /** Of certificates that are named one by one. */
    private static final int MOST_WITHHELD = 500;

    private static final JsonFactory JSON = new JsonFactory();

    private final ReceiptSealer sealer;
    private final Function<SelfInformationNumber, Words> names;

    /** @param names what items are called */
    Receipts(ReceiptSealer sealer, Function<SelfInformationNumber, Words> names) {
        this.sealer = sealer;
        this.names = names;
    }

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** Of the first consent. @param asked what the site signed for it */
    String link(Site site, Link link, Actor who, Optional<SignedRequest> asked) {
        return seal(json -> {
            head(json, "link", link.consent(), site, link.subject(), who);
            time(json, "given", link.consented());
            time(json, "until", link.until());
            text(json, ConsentText.link(site, link.until()));
            request(json, asked);
            words(json, "revocation", ConsentText.revocation());
        });
    }

    /**
     * Of the second consent.
     *
     * @param asked what the site signed for it
     * @param until when the handover ends by itself
     */
    String handover(
            Site site,
            Link link,
            HandoverView view,
            ConsentId consent,
            Actor who,
            Optional<SignedRequest> asked,
            Instant given,
            Instant until) {
        return seal(json -> {
            head(json, "handover", consent, site, link.subject(), who);
            json.writeStringField("handover", view.id().toString());
            time(json, "given", given);
            time(json, "until", until);
            json.writeObjectFieldStart("items");
            for (SelfInformationNumber item : new TreeSet<>(view.wish().items().keySet())) {
                json.writeStringField(
                        item.value(),
                        view.wish()
                                .items()
                                .get(item)
                                .fold(() -> "latest", day -> day.toString(), (from, to) -> from + "/" + to));
            }
            json.writeEndObject();
            if (view.wish().deductions().isPresent()) {
                deductions(json, view.wish().deductions().get());
            }
            text(json, ConsentText.handover(site, view.wish(), names, until));
            request(json, asked);
            words(json, "revocation", ConsentText.revocation());
        });
    }

    /**
     * Of the choice.
     *
     * @param withheld certificates that the person could have chosen
     * @param until how long the site may fetch it
     */
    String release(
            Site site,
            Link link,
            HandoverView view,
            Actor who,
            ChosenData data,
            Set<HoldingRef> withheld,
            Instant given,
            Instant until) {
        return seal(json -> {
            head(json, "release", view.consent().orElseThrow(), site, link.subject(), who);
            json.writeStringField("handover", view.id().toString());
            time(json, "given", given);
            time(json, "until", until);
            json.writeObjectFieldStart("released");
            for (Map.Entry<SelfInformationNumber, List<AttributeNode>> each : new TreeMap<>(data.items()).entrySet()) {
                byte[] salt = Secrets.bytes(SALT_BYTES);
                json.writeObjectFieldStart(each.getKey().value());
                json.writeStringField(
                        "salt", Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
                json.writeStringField("digest", digest(salt, ChosenData.bytes(each.getValue())));
                json.writeEndObject();
            }
            json.writeEndObject();
            stringArray(
                    json, "withheld", view.wish().items().keySet(), data.items().keySet());
            if (view.wish().deductions().isPresent()) {
                certificates(json, data, withheld);
            }
            words(json, "revocation", ConsentText.revocation());
        });
    }

    /** By its digest alone, since it holds the site's own words; with the key, so that a later look at the object needs no other. */
    private static void request(JsonGenerator json, Optional<SignedRequest> asked) throws IOException {
        if (asked.isPresent()) {
            json.writeObjectFieldStart("request");
            json.writeStringField("digest", "sha-256:" + asked.get().digest().hex());
            time(json, "verified", asked.get().verified());
            json.writeStringField("key", asked.get().key());
            json.writeEndObject();
        }
    }

    private static void deductions(JsonGenerator json, DeductionWish wanted) throws IOException {
        json.writeObjectFieldStart("deductions");
        json.writeNumberField("year", wanted.year());
        json.writeArrayFieldStart("kinds");
        for (String kind : new TreeSet<>(wanted.kinds())) {
            json.writeString(kind);
        }
        json.writeEndArray();
        json.writeBooleanField("documents", wanted.documents());
        json.writeEndObject();
    }

    private static void certificates(JsonGenerator json, ChosenData data, Set<HoldingRef> withheld) throws IOException {
        json.writeObjectFieldStart("releasedCertificates");
        for (Chosen each : data.certificates()) {
            byte[] salt = Secrets.bytes(SALT_BYTES);
            json.writeObjectFieldStart(each.from().toString());
            json.writeStringField("kind", each.kind());
            json.writeNumberField("year", each.year());
            json.writeStringField(
                    "salt", Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
            json.writeStringField("digest", digest(salt, each.bytes()));
            if (each.released().document().isPresent()) {
                json.writeStringField(
                        "documentDigest",
                        digest(
                                salt,
                                Base64.getDecoder()
                                        .decode(each.released().document().get())));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("withheldCertificates");
        for (String each : withheld.stream()
                .map(HoldingRef::toString)
                .sorted()
                .limit(MOST_WITHHELD)
                .toList()) {
            json.writeString(each);
        }
        json.writeEndArray();
        if (withheld.size() > MOST_WITHHELD) {
            json.writeNumberField("withheldFurther", withheld.size() - MOST_WITHHELD);
        }
    }

    private static void head(JsonGenerator json, String kind, ConsentId consent, Site site, String subject, Actor who)
            throws IOException {
        json.writeNumberField("version", VERSION);
        json.writeStringField("kind", kind);
        json.writeStringField("consent", consent.toString());
        json.writeObjectFieldStart("site");
        json.writeStringField("id", site.id().value());
        words(json, "name", site.name());
        words(json, "purpose", site.purpose());
        json.writeEndObject();
        json.writeStringField("subject", subject);
        json.writeStringField("by", who.isRepresentative() ? "representative" : "principal");
    }

    private static void stringArray(
            JsonGenerator json, String field, Set<SelfInformationNumber> all, Set<SelfInformationNumber> without)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (SelfInformationNumber item : new TreeSet<>(all)) {
            if (!without.contains(item)) {
                json.writeString(item.value());
            }
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, Words text) throws IOException {
        words(json, "text", text);
        byte[] japanese = text.ja().getBytes(StandardCharsets.UTF_8);
        byte[] english = text.en().getBytes(StandardCharsets.UTF_8);
        json.writeStringField("textDigestJa", digest(new byte[0], japanese));
        json.writeStringField("textDigestEn", digest(new byte[0], english));
    }

    private static void words(JsonGenerator json, String field, Words words) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("ja", words.ja());
        json.writeStringField("en", words.en());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String field, Instant time) throws IOException {
        json.writeStringField(field, time.toString());
    }

    private static String digest(byte[] salt, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(salt.length + bytes.length);
        all.writeBytes(salt);
        all.writeBytes(bytes);
        return "sha-256:" + Sha256.of(all.toByteArray()).hex();
    }

    private String seal(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            part.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return sealer.seal(TYPE, bytes.toByteArray());
    }
}
