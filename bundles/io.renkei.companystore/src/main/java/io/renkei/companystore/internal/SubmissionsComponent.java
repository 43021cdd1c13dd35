package io.renkei.companystore.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.submissions.RecordSubmission;
import io.renkei.ports.submissions.ReferToData;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Both desks in OSGi. */
@Component(service = {RecordSubmission.class, ReferToData.class})
public final class SubmissionsComponent implements RecordSubmission, ReferToData {

    private final SubmissionDesk records;
    private final ReferenceDesk references;

    @Activate
    public SubmissionsComponent(
            @Reference SubmissionStore submissions,
            @Reference Stores stores,
            @Reference Catalogue catalogue,
            @Reference ReceiptSealer sealer) {
        Clock clock = Clock.systemUTC();
        records = new SubmissionDesk(submissions, stores, catalogue, sealer, new SecureRandom(), clock);
        references = new ReferenceDesk(submissions, stores, clock);
    }

    @Override
    public Taken take(PartnerId sender, SenderNumber number, Sha256 digest, SubmissionRecord what) {
        return records.take(sender, number, digest, what);
    }

    @Override
    public boolean revoke(PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination) {
        return records.revoke(sender, number, destination);
    }

    @Override
    public Outcome refer(PartnerId partner, DestinationId as, ArrivalNumber number, int object) throws IOException {
        return references.refer(partner, as, number, object);
    }
}
