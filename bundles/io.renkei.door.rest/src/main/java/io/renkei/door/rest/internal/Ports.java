package io.renkei.door.rest.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.access.Partners;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.ReceiptSealer;

/** What the door calls. Each throws {@link PartMissing} while its service is not there. */
interface Ports {

    Partners partners();

    SubmitApplication intake();

    ApplicationStore applications();

    NoticeStore notices();

    NoticePeriods periods();

    ReceiveNotice receiver();

    ContentStore content();

    TokenVault tokens();

    ReceiptSealer sealer();

    EvidenceSealer evidence();

    Catalogue catalogue();
}
