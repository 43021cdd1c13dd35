package io.renkei.ports.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxSearchTest {

    private static final PartnerId ACME = new PartnerId("acme");

    private final List<NoticeView> inbox = new ArrayList<>();
    private final InboxSearch search = new InboxSearch(store());

    @Test
    void findsWithoutDifferenceOfCaseAndWidth() {
        NoticeView wide = add("ＡＢＣ　ﾄﾞｸﾘﾂ通知");
        add("年金");
        assertEquals(List.of(wide), search("abc ドクリツ", 10).notices());
        assertEquals(List.of(), search("厚生", 10).notices());
    }

    @Test
    void goesOnWhereThePageWasFull() {
        for (int i = 0; i < 250; i++) {
            add(i % 50 == 0 ? "通知 " + i : "他");
        }
        InboxSearch.Found first = search("通知", 3);
        assertEquals(3, first.notices().size());
        assertFalse(first.stopped());
        InboxSearch.Found rest = search.search(ACME, InboxFilter.ALL, "通知", first.next(), 3);
        assertEquals(2, rest.notices().size());
        assertEquals(Optional.empty(), rest.next());
        assertFalse(rest.stopped());
    }

    @Test
    void saysThatItStoppedAndGoesOnFromThere() {
        for (int i = 0; i < InboxSearch.MOST; i++) {
            add("他");
        }
        NoticeView last = add("通知");
        InboxSearch.Found first = search("通知", 100);
        assertTrue(first.stopped());
        assertEquals(List.of(), first.notices());
        assertEquals(
                List.of(last),
                search.search(ACME, InboxFilter.ALL, "通知", first.next(), 100).notices());
    }

    private InboxSearch.Found search(String text, int limit) {
        return search.search(ACME, InboxFilter.ALL, text, Optional.empty(), limit);
    }

    private NoticeView add(String title) {
        NoticeView view = new NoticeView(
                new NoticeId(UUID.randomUUID()),
                new DestinationId("hello-work"),
                "rest",
                "",
                NoticeVerdict.MATCHED,
                "1",
                Optional.empty(),
                Optional.of(ACME),
                title,
                "",
                new ContentRef(UUID.randomUUID(), 0, Sha256.of(new byte[0])),
                NoticeFacts.received(Instant.EPOCH),
                false);
        inbox.add(view);
        return view;
    }

    /** A store that knows one inbox and nothing else. */
    private NoticeStore store() {
        return (NoticeStore) Proxy.newProxyInstance(
                NoticeStore.class.getClassLoader(), new Class<?>[] {NoticeStore.class}, (proxy, method, arguments) -> {
                    assertEquals("inbox", method.getName());
                    return page((Optional<?>) arguments[2], (int) arguments[3]);
                });
    }

    private List<NoticeView> page(Optional<?> before, int limit) {
        int from = before.map(
                        id -> 1 + inbox.stream().map(NoticeView::id).toList().indexOf(id))
                .orElse(0);
        return List.copyOf(inbox.subList(from, Math.min(inbox.size(), from + limit)));
    }
}
