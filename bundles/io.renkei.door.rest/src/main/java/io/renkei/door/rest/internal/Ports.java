package io.renkei.door.rest.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.access.Partners;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.MessageStore;
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

/** What the door calls. Each throws {@link PartMissing} while its service is not there. */
interface Ports {

    Partners partners();

    SubmitApplication intake();

    CorrectFiling corrections();

    ApplicationStore applications();

    FollowUpStore followUps();

    NoticeStore notices();

    NoticePeriods periods();

    MessageStore messages();

    DeliveryStore deliveries();

    RetentionStore retention();

    ReceiveNotice receiver();

    AccountInboxes inboxes();

    Announce announce();

    AnnouncementStore announcements();

    RequestPayment requestPayment();

    PaymentStore payments();

    RecordSubmission records();

    ReferToData references();

    SubmissionStore submissions();

    ContentStore content();

    TokenVault tokens();

    ReceiptSealer sealer();

    EvidenceSealer evidence();

    BatchStore batches();

    Catalogue catalogue();
}
