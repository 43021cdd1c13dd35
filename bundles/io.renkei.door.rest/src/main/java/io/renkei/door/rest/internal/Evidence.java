package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.BatchStore.Place;
import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeEvidence;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.trust.EvidenceSealer.Entry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A notice with its evidence, in one sealed container: the document byte for byte, what happened to it and when, what was
 * found when its seal was examined, the time line of its application with the hashes of its chain, and the journal root that
 * the time line is sealed into, with its timestamp where there is one. A message without a seal says so instead, and where it
 * was fetched from; one that concerns no filing has no time line. A document whose time
 * is over is left out, and its digest stays.
 */
final class Evidence implements NoticeEvidence {

    static final String DOCUMENT = "document";
    /** What has no seal of its own must not be taken for a document. */
    static final String MESSAGE = "message";

    static final String FACTS = "notice.json";
    static final String JOURNAL = "journal.json";

    private static final String SEAL =
            "that of the document; what was found when it was examined stands under verification";
    private static final String NO_SEAL =
            "none: the message was fetched from the server under origin, whose certificate was verified for that connection; its"
                    + " bytes are the server's word, and no official document";
    private static final String ABSENT =
            "its time is over, so that it is not handed out any more: sha256 is its digest, which rows of journal.json name;"
                    + " whoever has a copy compares it with that";
    private static final String CHAIN =
            "SHA-256 over: the text renkei.journal.row.v1 and a zero byte; then, each with its"
                    + " length in four bytes before it, application, filing (empty text where there is none), event and detail in"
                    + " UTF-8; then, in eight bytes each, sequence and at in microseconds since 1970-01-01T00:00Z; then the 32 bytes"
                    + " of previous. Numbers are big-endian. previous of the first row is 32 zero bytes.";

    private final Ports ports;

    Evidence(Ports ports) {
        this.ports = ports;
    }

    @Override
    public InputStream of(NoticeView notice, Optional<DocumentKind> kind, Instant at) {
        boolean isMessage = notice.verdict() == NoticeVerdict.UNSEALED;
        Optional<String> document = kind.map(each -> (isMessage ? MESSAGE : DOCUMENT) + "." + each.suffix());
        Optional<ArrivalNumber> application = notice.filing().map(FilingKey::application);
        // Read before the rows, so that what is sealed is among them.
        Optional<Place> place = application.flatMap(ports.batches()::newestOf);
        List<JournalRow> rows = application.map(ports.applications()::timeLine).orElse(List.of());
        JournalRoot root = JournalRoot.of(ports.batches(), place, rows.size());
        List<Entry> entries = new ArrayList<>();
        kind.ifPresent(each -> entries.add(new Entry(
                document.orElseThrow(),
                each.mediaType(),
                notice.content().digest(),
                () -> ports.content().open(notice.content().id()))));
        entries.add(entry(FACTS, facts(notice, document, root, at)));
        if (application.isPresent()) {
            entries.add(entry(JOURNAL, journal(rows)));
        }
        entries.addAll(root.entries());
        return ports.evidence().container(entries, at);
    }

    private static Entry entry(String name, Json json) {
        byte[] bytes = json.bytes();
        return new Entry(name, MediaTypes.JSON, Sha256.of(bytes), () -> new ByteArrayInputStream(bytes));
    }

    private Json facts(NoticeView notice, Optional<String> document, JournalRoot root, Instant at) {
        NoticeFacts facts = notice.facts();
        Map<String, Object> times = new LinkedHashMap<>();
        for (NoticeFact fact : NoticeFact.values()) {
            facts.at(fact).ifPresent(time -> times.put(fact.name().toLowerCase(Locale.ROOT), time.toString()));
        }
        return Views.notice(notice, ports.catalogue(), ports.periods().objection(notice))
                .with("document", document.orElse(""))
                .withText("document_absent", document.isPresent() ? "" : ABSENT)
                .with("verdict", notice.verdict().name())
                .with("channel", notice.channel())
                .with("facts", times)
                .withObject("verification", facts.verification().map(Evidence::verification))
                .withObject("origin", ports.messages().origin(notice.id()).map(Views::origin))
                .with("seal", notice.verdict() == NoticeVerdict.UNSEALED ? NO_SEAL : SEAL)
                .with("deliveries", Views.deliveries(ports.notices().deliveries(notice.id())))
                .with("repeats", facts.repeats())
                .with("sealed", at.toString())
                .with("timestamp", root.sentence());
    }

    private static Map<String, Object> verification(NoticeFacts.Verification found) {
        return Json.object()
                .with("signers_sha256", found.signers())
                .with("finding", found.finding())
                .map();
    }

    private static Json journal(List<JournalRow> rows) {
        return Json.object()
                .with("digest_is", CHAIN)
                .with("rows", rows.stream().map(Evidence::row).toList());
    }

    private static Map<String, Object> row(JournalRow row) {
        return Json.object()
                .with("application", row.application().digits())
                .with("sequence", row.sequence())
                .with("at", row.at().toString())
                .with("filing", row.filing())
                .with("event", row.event())
                .with("detail", row.detail())
                .with("previous", row.previous().hex())
                .with("digest", row.digest().hex())
                .map();
    }
}
