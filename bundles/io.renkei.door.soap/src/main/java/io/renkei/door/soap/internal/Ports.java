package io.renkei.door.soap.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.access.Partners;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;

/** What the door calls. Each throws {@link PartMissing} while its service is not there. */
interface Ports {

    Partners partners();

    SubmitApplication intake();

    CorrectFiling corrections();

    ApplicationStore applications();

    FollowUpStore followUps();

    NoticeStore notices();

    NoticePeriods periods();

    RetentionStore retention();

    PaymentStore payments();

    RequestPayment requestPayment();

    ReceiveNotice receiver();

    ContentStore content();

    Sealer sealer();

    Catalogue catalogue();
}
