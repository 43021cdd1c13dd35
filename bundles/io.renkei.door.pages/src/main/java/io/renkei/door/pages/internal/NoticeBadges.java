package io.renkei.door.pages.internal;

import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.util.ArrayList;
import java.util.List;

/** What a person has to know of a notice before reading it. */
final class NoticeBadges {

    private NoticeBadges() {}

    /** @param kind class of the style sheet @param sentence what it means; empty where the word says enough */
    record Badge(String kind, String word, String sentence) {}

    static List<Badge> of(Visit visit, NoticeView notice) {
        List<Badge> badges = new ArrayList<>();
        if (notice.verdict() == NoticeVerdict.UNSEALED) {
            badges.add(badge(visit, "warn", "unsealed"));
        }
        if (has(notice, NoticeFact.WITHDRAWN)) {
            badges.add(badge(visit, "failed", "withdrawn"));
        }
        if (has(notice, NoticeFact.SUPERSEDED)) {
            badges.add(badge(visit, "failed", "superseded"));
        }
        if (has(notice, NoticeFact.CONTRADICTED)) {
            badges.add(badge(visit, "warn", "contradicted"));
        }
        if (notice.facts().isOver(visit.now())) {
            badges.add(badge(visit, "off", "over"));
        } else if (has(notice, NoticeFact.EXPIRING) && notice.fetched().isEmpty()) {
            badges.add(badge(visit, "warn", "expiring"));
        }
        return badges;
    }

    private static boolean has(NoticeView notice, NoticeFact fact) {
        return notice.facts().has(fact);
    }

    private static Badge badge(Visit visit, String kind, String what) {
        return new Badge(kind, visit.say("notice_" + what), visit.say("notice_" + what + "_said"));
    }
}
