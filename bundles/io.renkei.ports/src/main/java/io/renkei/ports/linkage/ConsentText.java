package io.renkei.ports.linkage;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.DeductionKinds;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a person reads and consents to. Pages show this text and receipts hold it, so that the receipt says what was seen. Numbers of
 * items and names of them stand in it, and nothing of a person.
 */
public final class ConsentText {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private ConsentText() {}

    /** The first consent. @param until when it ends by itself */
    public static Words link(Site site, Instant until) {
        ZonedDateTime end = until.atZone(JAPAN);
        return new Words(
                "ポータルのアカウントを「" + site.name().ja() + "」のアカウントと連携することに同意します。利用目的："
                        + site.purpose().ja()
                        + "。このサイトだけに使う識別子を渡し、以後はこのサイトに別のパスワードなしでログインできます。データは、この同意だけでは渡されません。"
                        + "この同意は" + DAY_JA.format(end) + "まで有効です。",
                "I consent to tie my account of the portal to my account at \""
                        + site.name().en()
                        + "\". Purpose: " + site.purpose().en()
                        + ". The site gets an identifier that is used for it alone, and I can sign in there without another password."
                        + " No data is handed over by this consent alone. It holds until "
                        + DAY_EN.format(end) + ".");
    }

    /**
     * The second consent.
     *
     * @param names what each item is called
     * @param until when the handover ends by itself
     */
    public static Words handover(
            Site site, HandoverWish wish, Function<SelfInformationNumber, Words> names, Instant until) {
        ZonedDateTime end = until.atZone(JAPAN);
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        new TreeMap<>(wish.items()).forEach((item, condition) -> {
            Words when = condition.fold(
                    () -> new Words("最新", "latest"),
                    day -> new Words(DAY_JA.format(day) + "時点", "at " + DAY_EN.format(day)),
                    (from, to) -> new Words(
                            DAY_JA.format(from) + "から" + DAY_JA.format(to) + "まで",
                            "from " + DAY_EN.format(from) + " to " + DAY_EN.format(to)));
            Words name = names.apply(item);
            ja.append('「')
                    .append(item)
                    .append(' ')
                    .append(name.ja())
                    .append("」（")
                    .append(when.ja())
                    .append("）");
            en.append(en.length() == 0 ? "" : ", ").append(item).append(' ').append(name.en());
            en.append(" (").append(when.en()).append(')');
        });
        Words deductions = wish.deductions()
                .map(wanted -> deductions(wanted, !wish.items().isEmpty()))
                .orElse(new Words("", ""));
        Words items = wish.items().isEmpty()
                ? new Words("", "")
                : new Words(
                        "次の自己情報を行政機関から取り寄せることに同意します：" + ja + "。",
                        "the following is collected from the agencies: " + en);
        return new Words(
                "「" + site.name().ja() + "」の求めに応じて、" + items.ja() + deductions.ja() + "利用目的："
                        + site.purpose().ja()
                        + "。取り寄せた内容は、私が確認して選んだ項目だけが渡されます。この手続は" + DAY_JA.format(end) + TIME.format(end)
                        + "（日本時間）に終了します。",
                "I consent that, as \"" + site.name().en() + "\" asks, " + items.en() + deductions.en()
                        + ". Purpose: " + site.purpose().en()
                        + ". Only the items that I have seen and chosen are handed over. This request ends on "
                        + DAY_EN.format(end) + " at " + TIME.format(end) + " Japan time.");
    }

    /** @param more whether items of self-information stand before it */
    private static Words deductions(DeductionWish wanted, boolean more) {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (String kind : new TreeSet<>(wanted.kinds())) {
            Words name = DeductionKinds.name(kind);
            ja.append(ja.length() == 0 ? "" : "、").append(kind).append(' ').append(name.ja());
            en.append(en.length() == 0 ? "" : ", ").append(kind).append(' ').append(name.en());
        }
        return new Words(
                (more ? "また、" : "") + "連携済みの民間送達サービスから" + wanted.year() + "年分の控除証明書等（" + ja
                        + "）を取り寄せ、発行者の署名を検証することに同意します。"
                        + (wanted.documents() ? "選んだ証明書は、署名付き文書も渡されます。" : ""),
                (more ? "; and that " : "") + "the deduction certificates of the year " + wanted.year() + " (" + en
                        + ") are collected from the private delivery services that I linked, and their issuers' signatures verified"
                        + (wanted.documents()
                                ? "; of those that I choose, the signed documents are handed over too"
                                : ""));
    }

    /** How a consent is revoked. */
    public static Words revocation() {
        return new Words(
                "同意はいつでもポータルの「外部サイトとの連携」画面で取り消せます。取消しは直ちに有効になり、まだ渡されていないデータは渡されません。"
                        + "すでに渡されたデータの扱いは、渡した先のサイトに確認してください。",
                "A consent can be revoked at any time in the portal, under \"Linked sites\". It counts at once, and nothing that was not"
                        + " handed over yet is handed over. What a site has already is to be asked for there.");
    }
}
