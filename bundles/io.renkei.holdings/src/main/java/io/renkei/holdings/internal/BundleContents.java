package io.renkei.holdings.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.Part;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.HoldingStore.Kept;
import io.renkei.ports.holdings.Holdings.Document;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.sites.SiteId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Hands out what a bundle holds: of services whose link still holds, under the consent that it was fetched on, and of no other. Safe for
 * use by several threads.
 */
final class BundleContents {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final JsonFactory JSON = new JsonFactory();

    private final Services services;
    private final HoldingStore store;
    private final ContentStore contents;
    private final Examiner examiner;
    private final Clock clock;

    BundleContents(Services services, HoldingStore store, ContentStore contents, Examiner examiner, Clock clock) {
        this.services = services;
        this.store = store;
        this.contents = contents;
        this.examiner = examiner;
        this.clock = clock;
    }

    /** The list stands first; the link is asked for when the writing begins. */
    void writeZip(BundleView bundle, OutputStream out) throws IOException {
        Map<HoldingRef, Kept> released = released(bundle);
        ZipOutputStream zip = new ZipOutputStream(out);
        begin(zip, bundle, "list.json");
        zip.write(list(bundle, released));
        zip.closeEntry();
        for (Kept kept : released.values()) {
            begin(zip, bundle, file(kept.item()));
            try (InputStream document = contents.open(kept.content().id())) {
                document.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
        store.opened(bundle.id(), services(released), clock.instant());
    }

    /** Judged anew for the time of the first judgement, so that nothing stands between the signed node and the values. */
    List<DeductionCertificate> certificates(BundleView bundle) throws IOException {
        Map<HoldingRef, Kept> released = released(bundle);
        List<DeductionCertificate> certificates = new ArrayList<>();
        for (Kept kept : released.values()) {
            document(kept).map(Document::certificate).ifPresent(certificates::add);
        }
        store.opened(bundle.id(), services(released), clock.instant());
        return certificates;
    }

    /** As {@link #certificates}, of one. */
    Optional<Document> document(BundleView bundle, HoldingRef certificate) throws IOException {
        Kept kept = released(bundle).get(certificate);
        return kept == null ? Optional.empty() : document(kept);
    }

    private Optional<Document> document(Kept kept) throws IOException {
        Judgement judgement = kept.item().judgement();
        byte[] xml;
        try (InputStream document = contents.open(kept.content().id())) {
            xml = document.readAllBytes();
        }
        return examiner.examine(xml, Optional.empty(), judgement.at())
                .certificate()
                .map(certificate ->
                        new Document(xml, new DeductionCertificate(kept.item().from(), judgement, certificate)));
    }

    private Map<HoldingRef, Kept> released(BundleView bundle) {
        List<Kept> all = store.kept(bundle.id());
        Set<SiteId> ended = ended(bundle, all);
        Map<HoldingRef, Kept> released = new LinkedHashMap<>();
        all.stream()
                .filter(kept -> !ended.contains(kept.item().from().service()))
                .forEach(kept -> released.put(kept.item().from(), kept));
        return released;
    }

    /** The services whose link does not hold any more; all of a service came under one consent. */
    private Set<SiteId> ended(BundleView bundle, List<Kept> all) {
        Map<SiteId, ConsentId> links = new HashMap<>();
        all.forEach(kept -> links.put(kept.item().from().service(), kept.link()));
        Set<SiteId> ended = new HashSet<>(links.keySet());
        ended.removeIf(service ->
                services.link(bundle.account(), service, links.get(service)).isPresent());
        return ended;
    }

    /** As it is now: a service whose link ended since is missing, whatever came of it. */
    BundleView standing(BundleView bundle) {
        Set<SiteId> ended = ended(bundle, store.kept(bundle.id()));
        return new BundleView(
                bundle.id(),
                bundle.account(),
                bundle.year(),
                bundle.asked(),
                bundle.until(),
                bundle.parts().stream()
                        .map(part -> ended.contains(part.service()) ? ended(part) : part)
                        .toList());
    }

    private static Part ended(Part part) {
        return new Part(part.service(), PartState.MISSING, HoldingsCode.NOT_LINKED.code(), part.listed(), part.items());
    }

    private static Set<SiteId> services(Map<HoldingRef, Kept> released) {
        Set<SiteId> services = new LinkedHashSet<>();
        released.keySet().forEach(from -> services.add(from.service()));
        return services;
    }

    private static void begin(ZipOutputStream zip, BundleView bundle, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(bundle.asked().atZone(JAPAN).toLocalDateTime());
        zip.putNextEntry(entry);
    }

    /** Of forms that no path can be made of: an id has no slash. */
    private static String file(Item item) {
        return item.from().service() + "/" + item.kind() + "-" + item.from().id() + ".xml";
    }

    private static byte[] list(BundleView bundle, Map<HoldingRef, Kept> released) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("year", bundle.year());
            json.writeStringField("collectedAt", bundle.asked().toString());
            json.writeBooleanField("complete", bundle.isComplete());
            json.writeArrayFieldStart("services");
            for (Part part : bundle.parts()) {
                write(json, part, released);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Part part, Map<HoldingRef, Kept> released) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", part.service().value());
        json.writeStringField("state", part.state().name());
        json.writeStringField("code", part.code());
        json.writeNumberField("listed", part.listed());
        json.writeArrayFieldStart("certificates");
        for (Item item : part.items()) {
            write(json, item, released.containsKey(item.from()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Item item, boolean released) throws IOException {
        Judgement judgement = item.judgement();
        boolean withheld = judgement.isVerified() && !released;
        json.writeStartObject();
        json.writeStringField("file", released ? file(item) : "");
        json.writeStringField("id", item.from().id());
        json.writeStringField("kind", item.kind());
        json.writeStringField("verdict", judgement.verdict().name());
        json.writeStringField("code", withheld ? HoldingsCode.NOT_LINKED.code() : judgement.code());
        json.writeStringField("judgedAt", judgement.at().toString());
        json.writeStringField("sha256", judgement.digest().map(Object::toString).orElse(""));
        json.writeStringField("signer", judgement.signer().orElse(""));
        json.writeEndObject();
    }
}
