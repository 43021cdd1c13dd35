package io.renkei.door.rest.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.access.Partners;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.doors.FakeApplications;
import io.renkei.ports.doors.FakeCatalogue;
import io.renkei.ports.doors.FakeFollowUps;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.ports.doors.FakeNotices;
import io.renkei.ports.doors.FakePartners;
import io.renkei.ports.doors.FakePayments;
import io.renkei.ports.doors.FakeRetention;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.MemoryBatches;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.submissions.RecordSubmission;
import io.renkei.ports.submissions.ReferToData;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;

/** Everything behind the door, in memory. */
final class FakeKernel implements Ports {

    final FakePartners partners = new FakePartners();
    final FakeApplications applications = new FakeApplications();
    final FakeIntake intake = new FakeIntake(applications);
    final FakeFollowUps followUps = new FakeFollowUps(applications);
    final FakeNotices notices = new FakeNotices();
    final FakeAnnouncements announcements = new FakeAnnouncements();
    final FakeInboxes inboxes = new FakeInboxes(
            (partner, number) -> applications.find(partner, number).isPresent());
    final FakeDeliveries deliveries = new FakeDeliveries();
    final FakeRetention retention = new FakeRetention();
    final FakePayments payments = new FakePayments();
    final FakeSubmissions submissions = new FakeSubmissions();
    final FakeVault vault = new FakeVault();
    final MemoryBatches batches = new MemoryBatches(Clock.systemUTC());
    volatile boolean intakeIsThere = true;

    @Override
    public Partners partners() {
        return partners;
    }

    @Override
    public SubmitApplication intake() {
        if (!intakeIsThere) {
            throw new PartMissing(SubmitApplication.class);
        }
        return intake;
    }

    @Override
    public CorrectFiling corrections() {
        return followUps;
    }

    @Override
    public FollowUpStore followUps() {
        return followUps;
    }

    @Override
    public ApplicationStore applications() {
        return applications;
    }

    @Override
    public NoticeStore notices() {
        return notices;
    }

    @Override
    public NoticePeriods periods() {
        return notice -> notice.fetched()
                .map(at -> new NoticePeriods.Objection(
                        NoticeFact.FETCHED,
                        Optional.of(LocalDate.of(2026, 12, 1)),
                        Optional.of(LocalDate.of(2027, 9, 1))));
    }

    @Override
    public MessageStore messages() {
        return notices.messages;
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public RetentionStore retention() {
        return retention;
    }

    @Override
    public ReceiveNotice receiver() {
        return notices;
    }

    @Override
    public Announce announce() {
        return announcements;
    }

    @Override
    public AccountInboxes inboxes() {
        return inboxes;
    }

    @Override
    public AnnouncementStore announcements() {
        return announcements;
    }

    @Override
    public RequestPayment requestPayment() {
        return payments;
    }

    @Override
    public PaymentStore payments() {
        return payments.memory;
    }

    @Override
    public RecordSubmission records() {
        return submissions;
    }

    @Override
    public ReferToData references() {
        return submissions;
    }

    @Override
    public SubmissionStore submissions() {
        return submissions.memory;
    }

    @Override
    public ContentStore content() {
        return notices.contents;
    }

    @Override
    public TokenVault tokens() {
        return vault;
    }

    @Override
    public ReceiptSealer sealer() {
        return new ReceiptSealer() {
            @Override
            public String seal(String type, byte[] payload) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String jwks() {
                return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"}]}";
            }
        };
    }

    /** Not sealed: one entry behind the other. */
    @Override
    public EvidenceSealer evidence() {
        return (entries, at) -> new SequenceInputStream(
                Collections.enumeration(entries.stream().map(FakeKernel::opened).toList()));
    }

    @Override
    public BatchStore batches() {
        return batches;
    }

    private static InputStream opened(EvidenceSealer.Entry entry) {
        return new InputStream() {
            private InputStream body;

            @Override
            public int read() throws IOException {
                body = body == null ? entry.body().open() : body;
                return body.read();
            }
        };
    }

    @Override
    public Catalogue catalogue() {
        return new FakeCatalogue();
    }
}
