package io.renkei.door.soap.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.access.Partners;
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
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import java.time.LocalDate;
import java.util.Optional;

/** Everything behind the door, in memory. */
final class FakeKernel implements Ports {

    static final TestSealer SEALER = new TestSealer();

    final FakePartners partners = new FakePartners();
    final FakeApplications applications = new FakeApplications();
    final FakeIntake intake = new FakeIntake(applications);
    final FakeFollowUps followUps = new FakeFollowUps(applications);
    final FakeNotices notices = new FakeNotices();
    final FakeRetention retention = new FakeRetention();
    final FakePayments payments = new FakePayments();
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
        return notice -> Optional.of(new NoticePeriods.Objection(
                NoticeFact.FETCHED, Optional.empty(), Optional.of(LocalDate.of(2027, 9, 1))));
    }

    @Override
    public RetentionStore retention() {
        return retention;
    }

    @Override
    public PaymentStore payments() {
        return payments.memory;
    }

    @Override
    public RequestPayment requestPayment() {
        return payments;
    }

    @Override
    public ReceiveNotice receiver() {
        return notices;
    }

    @Override
    public ContentStore content() {
        return notices.contents;
    }

    @Override
    public Sealer sealer() {
        return SEALER;
    }

    @Override
    public Catalogue catalogue() {
        return new FakeCatalogue();
    }
}
