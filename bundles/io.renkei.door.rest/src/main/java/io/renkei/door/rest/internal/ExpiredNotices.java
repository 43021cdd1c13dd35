package io.renkei.door.rest.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells an issuer which of its documents nobody fetched in their time, that first which expired first: who keeps the last cursor
 * sees next time what came behind it. Nothing of a person is told; the issuer knows its filing.
 */
final class ExpiredNotices {

    private final Ports ports;

    ExpiredNotices(Ports ports) {
        this.ports = ports;
    }

    Answer list(Call call) throws RefusedCall {
        DestinationId from = call.ownDestination();
        NoticeStore store = ports.notices();
        Page page = call.page();
        // One that is none of the destination's stands for the beginning.
        Optional<NoticeId> after = Cursor.before(page, Inbox::id, id -> true);
        List<NoticeView> found = store.expired(from, after, page.limit());
        Json json = Json.object()
                .with("notices", found.stream().map(ExpiredNotices::view).toList());
        if (!found.isEmpty()) {
            json.with("next", Cursor.of(found.get(found.size() - 1).id()));
        }
        return Answer.json(200, json);
    }

    private static Map<String, Object> view(NoticeView notice) {
        return Json.object()
                .with("id", notice.id().toString())
                .withText("issuer_number", notice.issuerNumber())
                .with("filing", notice.filing())
                .with("available", notice.available())
                .with("seen", notice.seen())
                .with("opened", notice.facts().at(NoticeFact.OPENED))
                .with("expired", notice.facts().at(NoticeFact.EXPIRED))
                .with("erased", notice.facts().at(NoticeFact.ERASED))
                .map();
    }
}
