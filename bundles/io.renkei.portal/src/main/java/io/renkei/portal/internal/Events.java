package io.renkei.portal.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.delegation.DelegationWarning;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.outgoing.Envelope;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.FollowUpStore.Asked;
import io.renkei.ports.state.Outbox.OutboxRow;
import io.renkei.ports.state.OutboxKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes outbox rows as a batch of CloudEvents (CloudEvents 1.0 JSON format, section 4). No personal data. */
final class Events {

    private static final JsonFactory JSON = new JsonFactory();
    /** What is told, and which fact of a notice each kind tells of. */
    private static final Map<OutboxKind, NoticeFact> NOTICES = new EnumMap<>(Map.of(
            OutboxKind.NOTICE_AVAILABLE, NoticeFact.AVAILABLE,
            OutboxKind.NOTICE_SUPERSEDED, NoticeFact.SUPERSEDED,
            OutboxKind.NOTICE_WITHDRAWN, NoticeFact.WITHDRAWN,
            OutboxKind.NOTICE_EXPIRING, NoticeFact.EXPIRING,
            OutboxKind.NOTICE_EXPIRED, NoticeFact.EXPIRED,
            OutboxKind.NOTICE_ERASED, NoticeFact.ERASED));

    private final FilingStore filings;
    private final FollowUpStore followUps;
    private final NoticeStore notices;
    private final PaymentStore payments;
    private final DelegationStore delegations;
    private final Supplier<Optional<PartnerId>> portal;
    private final Clock clock;

    /** @param portal whom events are for among the partners; empty if that is not known */
    Events(
            FilingStore filings,
            FollowUpStore followUps,
            NoticeStore notices,
            PaymentStore payments,
            DelegationStore delegations,
            Supplier<Optional<PartnerId>> portal,
            Clock clock) {
        this.filings = filings;
        this.followUps = followUps;
        this.notices = notices;
        this.payments = payments;
        this.delegations = delegations;
        this.portal = portal;
        this.clock = clock;
    }

    /** The kinds of rows that events are made of. */
    static Set<OutboxKind> kinds() {
        Set<OutboxKind> kinds = EnumSet.copyOf(NOTICES.keySet());
        kinds.add(OutboxKind.FILING_CHANGED);
        kinds.add(OutboxKind.CORRECTION_REQUESTED);
        kinds.add(OutboxKind.ANNOUNCEMENT_AVAILABLE);
        kinds.add(OutboxKind.PAYMENT_CHANGED);
        kinds.add(OutboxKind.NOTICE_PLACED);
        kinds.add(OutboxKind.DELEGATION_ENDING);
        return kinds;
    }

    /** The batch, or empty when nothing of the rows is left to tell. */
    Optional<byte[]> batch(List<OutboxRow> rows) {
        Map<String, OutboxRow> last = new LinkedHashMap<>();
        for (OutboxRow row : rows) {
            String key = row.kind() + row.pointer() + (row.kind() == OutboxKind.NOTICE_PLACED ? row.destination() : "");
            last.remove(key);
            last.put(key, row);
        }
        Map<String, FilingView> changed = filings(last.values());
        Map<String, NoticeView> available = notices(last.values());
        Map<String, PaymentView> asked = payments(last.values());
        Map<String, DelegationWarning> warned = warnings(last.values());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * last.size());
        boolean any = false;
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (OutboxRow row : last.values()) {
                any |= switch (row.kind()) {
                    case FILING_CHANGED -> filing(json, row, changed.get(row.pointer()));
                    case CORRECTION_REQUESTED -> correction(json, row, changed.get(row.pointer()));
                    case ANNOUNCEMENT_AVAILABLE -> announcement(json, row);
                    case NOTICE_PLACED -> placed(json, row, available.get(row.pointer()));
                    case DELEGATION_ENDING -> ending(json, row, warned.get(row.pointer()));
                    case PAYMENT_CHANGED -> payment(json, row, asked.get(row.pointer()));
                    default -> notice(json, row, available.get(row.pointer()));
                };
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return any ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private Map<String, FilingView> filings(Collection<OutboxRow> rows) {
        Set<FilingKey> keys = rows.stream()
                .filter(Events::isOfFiling)
                .map(row -> FilingKey.parse(row.pointer()))
                .collect(Collectors.toSet());
        return filings.find(keys).stream()
                .collect(Collectors.toMap(filing -> filing.key().toString(), Function.identity()));
    }

    private Map<String, NoticeView> notices(Collection<OutboxRow> rows) {
        Set<NoticeId> ids = rows.stream()
                .filter(row -> NOTICES.containsKey(row.kind()) || row.kind() == OutboxKind.NOTICE_PLACED)
                .map(row -> new NoticeId(UUID.fromString(row.pointer())))
                .collect(Collectors.toSet());
        return notices.find(ids).stream()
                .collect(Collectors.toMap(notice -> notice.id().toString(), Function.identity()));
    }

    private Map<String, PaymentView> payments(Collection<OutboxRow> rows) {
        Set<PaymentId> ids = rows.stream()
                .filter(row -> row.kind() == OutboxKind.PAYMENT_CHANGED)
                .map(row -> PaymentId.parse(row.pointer()).orElseThrow())
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : payments.find(ids).stream()
                        .collect(Collectors.toMap(payment -> payment.id().toString(), Function.identity()));
    }

    /**
     * How it stands; what is to be paid is fetched by who may read it.
     *
     * @param payment null when it is not there any more
     */
    private static boolean payment(JsonGenerator json, OutboxRow row, PaymentView payment) throws IOException {
        if (payment == null) {
            return false;
        }
        FilingKey key = payment.filing();
        begin(json, row, "io.renkei.payment.changed", key, payment.changed());
        json.writeStringField("application", key.application().digits());
        json.writeStringField("payment", payment.id().toString());
        json.writeStringField("destination", payment.from().value());
        json.writeStringField("state", payment.state().name());
        Envelope.end(json);
        return true;
    }

    private Map<String, DelegationWarning> warnings(Collection<OutboxRow> rows) {
        return delegations
                .warnings(rows.stream()
                        .filter(row -> row.kind() == OutboxKind.DELEGATION_ENDING)
                        .map(row -> UUID.fromString(row.pointer()))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(warning -> warning.id().toString(), Function.identity()));
    }

    /**
     * To one of the two, known to the portal by its own names, and never by those of another portal; who the other is does not stand in it.
     *
     * @param warning null when it is not there any more
     */
    private boolean ending(JsonGenerator json, OutboxRow row, DelegationWarning warning) throws IOException {
        if (warning == null) {
            return false;
        }
        begin(json, row, "io.renkei.delegation.ending", warning.delegation(), warning.at());
        json.writeStringField("delegation", warning.delegation().toString());
        json.writeStringField("party", warning.representative() ? "representative" : "principal");
        json.writeArrayFieldStart("inboxes");
        Optional<PartnerId> own = portal.get();
        for (PersonInbox inbox : warning.inboxes()) {
            if (own.equals(Optional.of(inbox.portal()))) {
                json.writeString(inbox.name().value());
            }
        }
        json.writeEndArray();
        json.writeStringField("until", warning.until().toString());
        json.writeBooleanField("last_day", warning.lastDay());
        Envelope.end(json);
        return true;
    }

    /** One for all inboxes: the portal lists those that it shows. */
    private boolean announcement(JsonGenerator json, OutboxRow row) throws IOException {
        begin(json, row, "io.renkei.announcement.available", row.pointer(), clock.instant());
        json.writeStringField("announcement", row.pointer());
        json.writeStringField("destination", row.destination());
        Envelope.end(json);
        return true;
    }

    private static void begin(JsonGenerator json, OutboxRow row, String type, Object subject, Instant time)
            throws IOException {
        Envelope.begin(json, Long.toString(row.id()), row.id(), type, subject, time);
    }

    private static boolean isOfFiling(OutboxRow row) {
        return row.kind() == OutboxKind.FILING_CHANGED || row.kind() == OutboxKind.CORRECTION_REQUESTED;
    }

    /**
     * What is asked for, without its reasons: they are fetched by who may read them.
     *
     * @param filing null when it is not there any more
     */
    private boolean correction(JsonGenerator json, OutboxRow row, FilingView filing) throws IOException {
        if (filing == null) {
            return false;
        }
        Optional<Asked> asked = followUps.lastAsked(filing.key());
        begin(
                json,
                row,
                "io.renkei.correction.requested",
                filing.key(),
                asked.map(Asked::at).orElseGet(clock::instant));
        json.writeStringField("application", filing.key().application().digits());
        json.writeStringField("procedure", filing.procedure().value());
        json.writeStringField("destination", filing.destination().value());
        if (asked.isPresent()) {
            json.writeNumberField("request", asked.get().ordinal());
            json.writeStringField("kind", asked.get().request().kind().name());
            if (asked.get().request().deadline().isPresent()) {
                json.writeStringField(
                        "deadline", asked.get().request().deadline().get().toString());
            }
        }
        Envelope.end(json);
        return true;
    }

    /** @param filing null when it is not there any more */
    private boolean filing(JsonGenerator json, OutboxRow row, FilingView filing) throws IOException {
        if (filing == null) {
            return false;
        }
        begin(json, row, "io.renkei.filing.changed", filing.key(), clock.instant());
        json.writeStringField("application", filing.key().application().digits());
        json.writeStringField("procedure", filing.procedure().value());
        json.writeStringField("destination", filing.destination().value());
        json.writeStringField("state", filing.state().name());
        json.writeNumberField("version", filing.version());
        if (filing.earlier().isPresent()) {
            json.writeStringField("purpose", filing.purpose().name());
            json.writeStringField("earlier", filing.earlier().get().toString());
        }
        Envelope.end(json);
        return true;
    }

    /** @param notice null when it is not there any more */
    private boolean notice(JsonGenerator json, OutboxRow row, NoticeView notice) throws IOException {
        boolean isInInbox =
                notice != null && (notice.filing().isPresent() || notice.verdict() == NoticeVerdict.UNSEALED);
        if (!isInInbox) {
            return false;
        }
        Optional<FilingKey> key = notice.filing();
        NoticeFact fact = NOTICES.get(row.kind());
        String type = "io.renkei.notice." + fact.name().toLowerCase(Locale.ROOT);
        // A message that concerns no filing is its own subject.
        Object subject = key.isPresent() ? key.get() : notice.id();
        begin(json, row, type, subject, notice.facts().at(fact).orElseGet(clock::instant));
        if (key.isPresent()) {
            json.writeStringField("application", key.get().application().digits());
        }
        if (notice.verdict() == NoticeVerdict.UNSEALED) {
            json.writeBooleanField("sealed", false);
        }
        json.writeStringField("notice", notice.id().toString());
        json.writeStringField("destination", notice.from().value());
        more(json, fact, notice.facts());
        Envelope.end(json);
        return true;
    }

    /**
     * Where its addressee finds the document in a store of its own.
     *
     * @param notice null when it is not there any more
     */
    private boolean placed(JsonGenerator json, OutboxRow row, NoticeView notice) throws IOException {
        Optional<Delivery> delivery = notice == null || notice.filing().isEmpty()
                ? Optional.empty()
                : notices.deliveries(notice.id()).stream()
                        .filter(each -> each.channel().equals(row.destination()))
                        .findFirst();
        if (delivery.isEmpty()) {
            return false;
        }
        FilingKey key = notice.filing().orElseThrow();
        begin(json, row, "io.renkei.notice.placed", key, delivery.get().at());
        json.writeStringField("application", key.application().digits());
        json.writeStringField("notice", notice.id().toString());
        json.writeStringField("destination", notice.from().value());
        json.writeStringField("channel", row.destination());
        json.writeStringField("reference", delivery.get().reference());
        json.writeStringField("sha256", notice.content().digest().hex());
        Envelope.end(json);
        return true;
    }

    private static void more(JsonGenerator json, NoticeFact fact, NoticeFacts facts) throws IOException {
        if (facts.successor().isPresent() && (fact == NoticeFact.SUPERSEDED || fact == NoticeFact.WITHDRAWN)) {
            json.writeStringField("by", facts.successor().get().toString());
        }
        if (facts.fetchUntil().isPresent() && (fact == NoticeFact.EXPIRING || fact == NoticeFact.EXPIRED)) {
            json.writeStringField("until", facts.fetchUntil().get().toString());
        }
        if (fact == NoticeFact.ERASED) {
            json.writeBooleanField("fetched", facts.has(NoticeFact.FETCHED));
        }
    }
}
