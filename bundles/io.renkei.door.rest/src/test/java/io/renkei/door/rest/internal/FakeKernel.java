package io.renkei.door.rest.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.access.Partners;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.trust.ReceiptSealer;

/** Everything behind the door, in memory. */
final class FakeKernel implements Ports {

    final FakePartners partners = new FakePartners();
    final FakeApplications applications = new FakeApplications();
    final FakeIntake intake = new FakeIntake(applications);
    final FakeFollowUps followUps = new FakeFollowUps(applications);
    final FakeNotices notices = new FakeNotices();
    final FakeVault vault = new FakeVault();
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
    public ReceiveNotice receiver() {
        return notices;
    }

    @Override
    public ContentStore content() {
        return notices;
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

    @Override
    public Catalogue catalogue() {
        return new FakeCatalogue();
    }
}
