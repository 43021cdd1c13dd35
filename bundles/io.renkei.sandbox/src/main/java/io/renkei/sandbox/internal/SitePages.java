package io.renkei.sandbox.internal;

import io.renkei.sandbox.internal.SiteVisits.SignedOn;
import io.renkei.sandbox.sites.RelyingParty.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The pages of a simulated site: no script, nothing from elsewhere, in both languages side by side. */
final class SitePages {

    private final SimulatedSite site;
    private final URI portal;

    SitePages(SimulatedSite site, URI portal) {
        this.site = site;
        this.portal = portal;
    }

    Answer signedOut() {
        return page(200, paragraph("ログインしていません。", "You are not signed on.") + signOn());
    }

    Answer signedOn(SignedOn visit) {
        StringBuilder html = new StringBuilder(paragraph("ログインしています。", "You are signed on."))
                .append("<p>この連携先でのあなたの番号 / <span lang=\"en\">Your number here</span>: <code>")
                .append(Xml.escaped(visit.tokens().subject()))
                .append("</code></p>");
        visit.data().ifPresent(data -> html.append(data(data)));
        if (site.wish().isPresent()) {
            html.append(form("ask", "データの引き渡しを求める", "Ask for data"));
        }
        return page(200, html.append(form("sign-out", "ログアウト", "Sign out")).toString());
    }

    private static String data(Message message) {
        return "<h2>引き渡されたデータ / <span lang=\"en\">Data that was handed over</span></h2>"
                + (message.encrypted()
                        ? paragraph("署名され、この連携先の鍵で暗号化されて届きました。", "It came signed, and encrypted to this site's key.")
                        : paragraph("署名されて届きました。", "It came signed."))
                + value(message.claims().getClaim("handover"));
    }

    private static String value(Object value) {
        StringBuilder html = new StringBuilder();
        if (value instanceof Map<?, ?> members) {
            html.append("<dl>");
            members.forEach((name, each) -> html.append("<dt>")
                    .append(Xml.escaped(String.valueOf(name)))
                    .append("</dt><dd>")
                    .append(value(each))
                    .append("</dd>"));
            return html.append("</dl>").toString();
        }
        if (value instanceof List<?> elements) {
            html.append("<ul>");
            elements.forEach(each -> html.append("<li>").append(value(each)).append("</li>"));
            return html.append("</ul>").toString();
        }
        return Xml.escaped(String.valueOf(value));
    }

    /** @param code why, as the portal says it */
    Answer refused(String code) {
        return page(
                403,
                paragraph("ポータルは応じませんでした。", "The portal did not grant it.") + "<p><code>" + Xml.escaped(code)
                        + "</code></p>" + back());
    }

    Answer unreachable() {
        return page(
                502,
                paragraph("ポータルに接続できません。ゲートウェイは起動していますか。", "The portal cannot be reached. Is the gateway running?")
                        + back());
    }

    Answer notBegun() {
        return page(
                400,
                paragraph(
                                "このブラウザーから始めたログインではありません。もう一度ログインしてください。",
                                "This sign-on was not begun in this browser. Sign on once more.")
                        + back());
    }

    Answer notTaken() {
        return page(
                502,
                paragraph(
                                "ポータルの回答を確認できませんでした。もう一度ログインしてください。",
                                "The portal's answer could not be verified. Sign on once more.")
                        + back());
    }

    /** Signed out here; the portal asks for itself. */
    Answer left(SignedOn visit) {
        return page(
                200,
                paragraph("この連携先からログアウトしました。", "You are signed out of this site.")
                        + "<form method=\"post\" action=\""
                        + Xml.escaped(visit.party().logout().toString()) + "\">"
                        + hidden("id_token_hint", visit.tokens().idToken().serialize())
                        + hidden("client_id", site.id())
                        + hidden(
                                "post_logout_redirect_uri", visit.party().home().toString())
                        + button("ポータルからもログアウトする", "Sign out of the portal too")
                        + "</form>"
                        + back());
    }

    private static String signOn() {
        return "<p><a href=\"login\">ポータルでログイン / <span lang=\"en\">Sign on by the portal</span></a></p>";
    }

    private String back() {
        return "<p><a href=\"" + SiteSimulator.PATH + "/" + site.id()
                + "/\">戻る / <span lang=\"en\">Back</span></a></p>";
    }

    private static String form(String action, String ja, String en) {
        return "<form method=\"post\" action=\"" + action + "\">" + button(ja, en) + "</form>";
    }

    private static String button(String ja, String en) {
        return "<button type=\"submit\">" + ja + " / <span lang=\"en\">" + en + "</span></button>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Xml.escaped(value) + "\">";
    }

    private static String paragraph(String ja, String en) {
        return "<p>" + ja + "<br><span lang=\"en\">" + en + "</span></p>";
    }

    private Answer page(int status, String body) {
        String html = "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><title>" + Xml.escaped(site.name())
                + "（試験用）</title></head><body><main><h1>" + Xml.escaped(site.name()) + "（試験用）</h1>" + body
                + "</main></body></html>";
        return Answer.of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' " + portal)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }
}
