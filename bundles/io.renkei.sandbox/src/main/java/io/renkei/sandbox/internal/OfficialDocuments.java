package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Writes and seals the one official document (公文書) of a filing; the same bytes each time. */
final class OfficialDocuments {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int YEAR_BEFORE_REIWA = 2018;

    private final Seals seals;

    OfficialDocuments(Seals seals) {
        this.seals = seals;
    }

    /**
     * @param kind of ministry, whose seal is used
     * @param author the agency, in Japanese
     * @param title of the document, in Japanese
     * @param issued the moment of the decision
     */
    byte[] issue(String kind, String author, String title, Ledger.Entry submission, Instant issued) {
        LocalDate day = issued.atZone(JAPAN).toLocalDate();
        String date = "令和" + (day.getYear() - YEAR_BEFORE_REIWA) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth()
                + "日";
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <DOC VERSION="1.0"><FRONT><SECRECY>公文書形式</SECRECY><STAMP>要</STAMP></FRONT>\
                <BODY ID="DOCBODY"><DOCNO>%s</DOCNO><DATE TYPE="1">%s</DATE>\
                <TO><AFF/><NAME>申請者</NAME><HONORIFC>様</HONORIFC></TO><AUTHOR><AFF>%s</AFF><NAME>長</NAME></AUTHOR>\
                <TITLE>%s</TITLE><REFDOC><DOCLINK>renkei:%s</DOCLINK></REFDOC>\
                <MAINTXT LEVEL="0"><P>届出について確認しましたので通知します。</P></MAINTXT>\
                <REFERENC><P>%s</P></REFERENC></BODY></DOC>
                """.formatted(
                        escaped(kind + "-" + submission.remoteId()),
                        date,
                        escaped(author),
                        escaped(title),
                        escaped(submission.filing()),
                        escaped(submission.remoteId()));
        return seals.seal(kind, document.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
