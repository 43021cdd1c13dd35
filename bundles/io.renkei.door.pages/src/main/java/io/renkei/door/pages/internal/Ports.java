package io.renkei.door.pages.internal;

import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeEvidence;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.PersonProofs;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.trust.ReceiptSealer;
import io.renkei.ports.trust.UserCertificates;

/** What the pages need; each method throws {@link PartMissing} while nobody provides it. */
interface Ports {

    Accounts accounts();

    Sessions sessions();

    UserCertificates certificates();

    Sites sites();

    Links links();

    Handovers handovers();

    Interactions interactions();

    SelfInformation selfInformation();

    SelfInformationItems items();

    AccessRecords accessRecords();

    Delegations delegations();

    PersonProofs personProofs();

    ReceiptSealer sealer();

    Catalogue catalogue();

    Holdings holdings();

    AccountInboxes inboxes();

    NoticeStore notices();

    NoticePeriods periods();

    MessageStore messages();

    NoticeEvidence evidence();

    AnnouncementStore announcements();

    PaymentStore payments();

    ContentStore content();
}
