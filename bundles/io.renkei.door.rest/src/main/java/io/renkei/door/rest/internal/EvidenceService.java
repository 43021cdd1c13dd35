package io.renkei.door.rest.internal;

import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeEvidence;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.StateUnavailable;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The evidence that partners get, for the pages of people: the same bytes say the same to both. */
@Component(service = NoticeEvidence.class)
public final class EvidenceService implements NoticeEvidence {

    private final Evidence evidence;

    @Activate
    public EvidenceService(@Reference RestDoor door) {
        this.evidence = new Evidence(door);
    }

    @Override
    public InputStream of(NoticeView notice, Optional<DocumentKind> kind, Instant at) {
        try {
            return evidence.of(notice, kind, at);
        } catch (PartMissing e) {
            throw new StateUnavailable(e.getMessage(), e);
        }
    }
}
