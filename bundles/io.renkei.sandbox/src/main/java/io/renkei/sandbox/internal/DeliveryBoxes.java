package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.sandbox.internal.DeductionCertificates.Issuer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What lies at private delivery services, and for whom. What a person or an order changed is in the ledger, so that a restart forgets
 * nothing; what is wrong with a document on purpose is not. Safe for use by several threads.
 */
final class DeliveryBoxes {

    static final String PICKED = "picked";
    static final String READ = "read-receipt";
    static final String PUT = "put";
    static final String FORGOTTEN = "forgotten";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int YEARS = 2;

    private final Ledger ledger;
    private final DeductionCertificates certificates;
    private final Clock clock;
    private final Map<String, String> flaws = new ConcurrentHashMap<>();

    DeliveryBoxes(Ledger ledger, DeductionCertificates certificates, Clock clock) {
        this.ledger = ledger;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * One thing that lies there.
     *
     * @param document as an order put it there; empty for a certificate of the test person
     */
    record Letter(
            String id,
            String sender,
            String kind,
            int year,
            String title,
            Instant received,
            boolean read,
            Optional<byte[]> document) {

        Map<String, Object> told() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("id", id);
            told.put("sender", sender);
            told.put("kind", kind);
            told.put("year", year);
            told.put("title", title);
            told.put("receivedAt", received.toString());
            told.put("read", read);
            return told;
        }
    }

    boolean isForgotten(String destination, String subject) {
        return ledger.last(destination, subject).containsKey(FORGOTTEN);
    }

    List<Map<String, Object>> senders(String destination, String subject) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Issuer issuer : Issuer.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", issuer.id());
            one.put("name", issuer.person());
            one.put("picked", isPicked(destination, subject, issuer));
            told.add(one);
        }
        return told;
    }

    /** The insurer is picked from the beginning; the bank is for the person to pick. */
    private boolean isPicked(String destination, String subject, Issuer issuer) {
        return entries(destination, subject, PICKED)
                .filter(entry -> entry.remoteId().equals(issuer.id()))
                .reduce((before, after) -> after)
                .map(entry -> entry.details().get(PICKED).equals("true"))
                .orElse(issuer == Issuer.INSURER);
    }

    boolean pick(String destination, String subject, String sender, boolean picked) {
        if (Issuer.of(sender).isEmpty()) {
            return false;
        }
        ledger.append(destination, subject, PICKED, n -> sender, "", Map.of(PICKED, Boolean.toString(picked)));
        return true;
    }

    /** Newest first. */
    List<Letter> letters(String destination, String subject) {
        List<Letter> letters = new ArrayList<>();
        int year = LocalDate.now(clock.withZone(JAPAN)).getYear();
        for (Issuer issuer : Issuer.values()) {
            for (int i = 0; i < YEARS && isPicked(destination, subject, issuer); i++) {
                letters.add(certificate(destination, subject, issuer, year - i));
            }
        }
        entries(destination, subject, PUT)
                .map(entry -> placed(destination, subject, entry))
                .forEach(letters::add);
        letters.sort(Comparator.comparing(Letter::received).reversed().thenComparing(Letter::id));
        return letters;
    }

    private Letter certificate(String destination, String subject, Issuer issuer, int year) {
        String id = issuer.id() + "-" + year;
        return new Letter(
                id,
                issuer.id(),
                issuer.kind(),
                year,
                issuer.title(),
                LocalDate.of(year, 10, 20).atStartOfDay(JAPAN).toInstant(),
                readAt(destination, subject, id).isPresent(),
                Optional.empty());
    }

    private Letter placed(String destination, String subject, Ledger.Entry entry) {
        Map<String, String> details = entry.details();
        return new Letter(
                entry.remoteId(),
                details.get("sender"),
                details.get("kind"),
                Integer.parseInt(details.get("year")),
                details.get("title"),
                entry.at(),
                readAt(destination, subject, entry.remoteId()).isPresent(),
                Optional.of(Base64.getDecoder().decode(details.get("document"))));
    }

    private Optional<String> readAt(String destination, String subject, String id) {
        return entries(destination, subject, READ)
                .filter(entry -> entry.remoteId().equals(id))
                .findFirst()
                .map(entry -> entry.details().get("openedAt"));
    }

    Optional<byte[]> document(String destination, String subject, String id) {
        return letter(destination, subject, id)
                .map(letter -> letter.document()
                        .orElseGet(() -> certificates.of(
                                Issuer.of(letter.sender()).orElseThrow(),
                                letter.year(),
                                flaws.getOrDefault(destination + "/" + id, ""))));
    }

    private Optional<Letter> letter(String destination, String subject, String id) {
        return letters(destination, subject).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst();
    }

    /** The first receipt stays; a further one changes nothing. */
    boolean read(String destination, String subject, String id, String openedAt) {
        if (letter(destination, subject, id).isEmpty()) {
            return false;
        }
        synchronized (this) {
            if (readAt(destination, subject, id).isEmpty()) {
                ledger.append(
                        destination,
                        subject,
                        READ,
                        n -> id,
                        "",
                        Map.of("openedAt", Instant.parse(openedAt).toString()));
            }
        }
        return true;
    }

    /** Puts one more thing there. */
    Object put(JsonNode order) {
        Map<String, String> details = new LinkedHashMap<>();
        for (String field : List.of("sender", "kind", "year", "title", "document")) {
            details.put(field, order.path(field).asText());
        }
        ledger.append(
                destination(order),
                order.path("subject").asText(),
                PUT,
                n -> order.path("id").asText(),
                "",
                details);
        return Map.of();
    }

    /** From now on something is wrong with a certificate of the test person: changed or other-issuer; empty for nothing. */
    Object flaw(JsonNode order) {
        flaws.put(
                destination(order) + "/" + order.path("holding").asText(),
                order.path("flaw").asText(""));
        return Map.of();
    }

    /** From now on the service does not know the subject. */
    Object forget(JsonNode order) {
        ledger.append(
                destination(order), order.path("subject").asText(), FORGOTTEN, n -> Long.toString(n), "", Map.of());
        return Map.of();
    }

    /** What a subject did: its picks, and when it opened what. */
    Object look(JsonNode order) {
        String subject = order.path("subject").asText();
        Map<String, String> read = new LinkedHashMap<>();
        entries(destination(order), subject, READ)
                .forEach(entry -> read.put(entry.remoteId(), entry.details().get("openedAt")));
        return Map.of("senders", senders(destination(order), subject), "read", read);
    }

    private static String destination(JsonNode order) {
        return PrivateDeliverySimulator.KIND + "." + order.path("service").asText();
    }

    private Stream<Ledger.Entry> entries(String destination, String subject, String kind) {
        return ledger.after(0).stream()
                .filter(entry -> entry.kind().equals(kind)
                        && entry.destination().equals(destination)
                        && entry.filing().equals(subject));
    }
}
