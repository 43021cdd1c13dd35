package io.renkei.ports.notices;

import io.renkei.api.model.PartnerId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for a text in the titles of one inbox. Titles are encrypted, so that each one has to be opened: no more than a
 * thousand are in one search, and it says when it stopped there. Safe for use by several threads.
 */
public final class InboxSearch {

    /** How many titles are opened in one search at most. */
    public static final int MOST = 1_000;

    private static final int PAGE = 100;

    private final NoticeStore store;

    public InboxSearch(NoticeStore store) {
        this.store = store;
    }

    /**
     * What was found, newest first.
     *
     * @param next where to go on; empty at the end of the inbox
     * @param stopped whether it ended because enough titles were opened
     */
    public record Found(List<NoticeView> notices, Optional<NoticeId> next, boolean stopped) {
        public Found {
            notices = List.copyOf(notices);
        }
    }

    /**
     * Without difference of case, and of full and half width (Unicode NFKC).
     *
     * @param limit 1 to 100
     */
    public Found search(PartnerId addressee, InboxFilter filter, String text, Optional<NoticeId> before, int limit) {
        String wanted = plain(text);
        List<NoticeView> found = new ArrayList<>();
        Optional<NoticeId> last = before;
        int opened = 0;
        while (true) {
            List<NoticeView> page = store.inbox(addressee, filter, last, PAGE);
            for (NoticeView notice : page) {
                last = Optional.of(notice.id());
                opened++;
                if (plain(notice.title()).contains(wanted)) {
                    found.add(notice);
                }
                if (found.size() == limit || opened == MOST) {
                    return new Found(found, last, found.size() < limit);
                }
            }
            if (page.size() < PAGE) {
                return new Found(found, Optional.empty(), false);
            }
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
