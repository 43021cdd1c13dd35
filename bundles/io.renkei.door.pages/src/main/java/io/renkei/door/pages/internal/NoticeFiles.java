package io.renkei.door.pages.internal;

import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.trust.EvidenceSealer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The document of a notice, alone or with its evidence. It counts as fetched once its last byte was sent, from which periods may run: so it
 * is a form, and no link from elsewhere fetches it.
 */
final class NoticeFiles {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeFiles.class);

    private final Ports ports;
    private final Reading reading;

    NoticeFiles(Ports ports, Reading reading) {
        this.ports = ports;
        this.reading = reading;
    }

    Answer document(Visit visit) throws Refused {
        Reading.Found<NoticeView> found = fetchable(visit);
        NoticeView notice = found.it();
        DocumentKind kind = kind(notice);
        reading.note(visit, found.tie(), "DOCUMENT", notice.id().toString());
        try {
            InputStream in = ports.content().open(notice.content().id());
            return fetched(
                    visit,
                    found,
                    Answer.stream(kind.mediaType(), in, notice.content().size()),
                    kind.suffix());
        } catch (IOException e) {
            throw unreadable(notice, e);
        }
    }

    Answer evidence(Visit visit) throws Refused {
        Reading.Found<NoticeView> found = fetchable(visit);
        DocumentKind kind = kind(found.it());
        reading.note(visit, found.tie(), "EVIDENCE", found.it().id().toString());
        InputStream in = ports.evidence().of(found.it(), Optional.of(kind), visit.now());
        return fetched(visit, found, Answer.stream(EvidenceSealer.MEDIA_TYPE, in, Answer.UNKNOWN), "asice");
    }

    /** A message without a seal is not saved under the name of a notice. */
    private Answer fetched(Visit visit, Reading.Found<NoticeView> found, Answer answer, String suffix) {
        NoticeView notice = found.it();
        String name = notice.verdict() == NoticeVerdict.UNSEALED ? "message-" : "notice-";
        return answer.saved(name + notice.id() + "." + suffix).then(() -> {
            ports.notices().fetched(found.partner(), notice.id(), visit.now());
            LOG.info("Notice {} was fetched on the pages", notice.id());
        });
    }

    private Reading.Found<NoticeView> fetchable(Visit visit) throws Refused {
        Reading.Found<NoticeView> found = reading.notice(visit);
        if (found.it().facts().isOver(visit.now())) {
            throw new Refused(PagesCode.NOTICE_OVER);
        }
        return found;
    }

    /** By its bytes: what a ministry called it is not kept. */
    private DocumentKind kind(NoticeView notice) throws Refused {
        try (InputStream document = ports.content().open(notice.content().id())) {
            return DocumentKind.of(document);
        } catch (IOException e) {
            throw unreadable(notice, e);
        }
    }

    private static Refused unreadable(NoticeView notice, IOException e) {
        LOG.error("{}: notice {} cannot be read from the store", PagesCode.UNREADABLE.code(), notice.id(), e);
        return new Refused(PagesCode.UNREADABLE);
    }
}
