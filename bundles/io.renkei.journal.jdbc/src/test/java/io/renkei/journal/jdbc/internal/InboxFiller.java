package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.PlannedFiling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Filings, and what their issuer and others put into inboxes, written as the gateway writes them. */
public final class InboxFiller {

    /** From whom all comes that says nothing else. */
    public static final DestinationId ISSUER = new DestinationId("hello-work");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Journal journal;

    InboxFiller(Journal journal) {
        this.journal = journal;
    }

    /** One of an application that this partner submitted. */
    public FilingKey filing(PartnerId sender, Instant at) {
        ArrivalNumber number = ArrivalNumber.draw(LocalDate.of(2026, 4, 1), RANDOM);
        FilingKey key = new FilingKey(number, 1);
        StagedContent content = staged(number.digits().getBytes(StandardCharsets.US_ASCII));
        Admission admission = journal.applications()
                .admit(new NewApplication(
                        number,
                        sender,
                        new SenderNumber(UUID.randomUUID().toString()),
                        at,
                        content.ref().digest(),
                        content,
                        "hire",
                        "portal",
                        new byte[] {1},
                        List.of(new PlannedFiling(key, new ProcedureId("12"), ISSUER, new byte[] {2}))));
        if (!(admission instanceof Admission.Admitted)) {
            throw new IllegalStateException("a fresh application is admitted");
        }
        return key;
    }

    /**
     * A notice whose seal was good.
     *
     * @param number the issuer's, of no other notice
     */
    public NoticeId notice(FilingKey filing, String number, String title, byte[] document, Said said, Instant at) {
        NoticeId id =
                journal.notices().keep(ISSUER, "rest", "", staged(document), at).id();
        Judgement judgement =
                new Judgement(NoticeVerdict.MATCHED, number, Optional.of(filing), title, Optional.empty(), "");
        NoticeVerdict verdict =
                journal.notices().judge(id, judgement.saying(said), at).verdict();
        if (!verdict.isDelivered()) {
            throw new IllegalStateException("it lies in no inbox: " + verdict);
        }
        return id;
    }

    /** A notice with a number and a document that no other has, in answer to a filing of its addressee. */
    public NoticeId notice(PartnerId addressee, Instant at) {
        String unique = UUID.randomUUID().toString();
        return notice(addressee, unique, ("<doc>" + unique + "</doc>").getBytes(StandardCharsets.US_ASCII), at);
    }

    /** A notice that can be fetched for ever, in answer to a filing of its addressee. */
    public NoticeId notice(PartnerId addressee, String number, byte[] document, Instant at) {
        return notice(filing(addressee, at), number, "通知", document, Said.NOTHING, at);
    }

    /** A message without a seal that concerns no filing. */
    public NoticeId message(PartnerId owner, String title, Instant at) {
        byte[] document = ("<message>" + UUID.randomUUID() + "</message>").getBytes(StandardCharsets.UTF_8);
        UnsealedMessage message = new UnsealedMessage(
                UUID.randomUUID().toString(),
                owner,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new NoticeOrigin("uketsuke.example:443", Sha256.of(new byte[] {3})));
        return journal.messages()
                .keep(new DestinationId("e-tax"), message, staged(document), Optional.empty(), at)
                .id();
    }

    public AnnouncementId announce(PersonInbox inbox, Announcement what, Instant at) {
        Announce.Taken taken = journal.announcements()
                .keep(
                        ISSUER,
                        new SenderNumber(UUID.randomUUID().toString()),
                        Sha256.of(new byte[] {4}),
                        what,
                        inbox.portal(),
                        staged((inbox.name() + "\n").getBytes(StandardCharsets.US_ASCII)),
                        1,
                        at);
        AnnouncementId id = ((Announce.Taken.Kept) taken).id();
        if (!journal.announcements().deliver(id, 0, List.of(inbox.name()), at)) {
            throw new IllegalStateException("nobody else delivers");
        }
        return id;
    }

    public PaymentId payment(FilingKey filing, LocalDate due, Instant lapses, Instant at) {
        PaymentDetails details = new PaymentDetails(
                "登録手数料 <b>山田</b>",
                "Registration fee",
                12_300,
                new PayEasyNumber("00100", "1234567890123456", "654321", ""),
                "https://pay.example/9?x=1&y=2");
        RequestPayment.Taken taken = journal.payments()
                .keep(
                        ISSUER,
                        new SenderNumber(UUID.randomUUID().toString()),
                        new PaymentRequest(filing, due, details),
                        lapses,
                        at);
        return ((RequestPayment.Taken.Kept) taken).payment().id();
    }

    private StagedContent staged(byte[] bytes) {
        try {
            return journal.contents().stage(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
