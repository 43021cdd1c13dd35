package io.renkei.tools.linkage;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Answer;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The person signs out at the portal, and what was signed on by it ends at the sites. */
final class SignOutScene implements Scene {

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;

    SignOutScene(Cast cast) {
        this.cast = cast;
        this.site = cast.tax();
        this.person = cast.person();
    }

    @Override
    public String name() {
        return "sign-out";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        person.consentToLink(person.browser().open("/people/sites/" + site.id()));
        Tokens kept = cast.signOn(site);
        Begun begun = site.beginSilently().given();
        AuthorizationCode code = site.answer(
                        begun, person.browser().go(begun.address()).atSite())
                .given();
        Tokens tokens = site.tokens(begun, code).given();
        rows.expect(
                tokens.refresh().isEmpty() && site.isActive(tokens),
                "e-Tax asks whether the person is signed in (prompt=none)",
                "signed on without a page; no refresh token, since none was asked for",
                "signed on, refresh token: " + tokens.refresh().isPresent());
        List<String> before = cast.words(site);
        Page page = person.browser().open("/people/sites");
        person.browser().submit(page, page.form("/people/sign-out")).onPage();
        cast.patience().until("the token ends", () -> site.isActive(tokens), active -> !active);
        rows.expect(
                site.isActive(kept),
                "the person signs out",
                "the token of the session ends; the one that was to outlive it (offline_access) goes on",
                "ended; offline_access active: " + site.isActive(kept));
        String session = String.valueOf(tokens.who().getClaim("sid"));
        cast.patience()
                .until(
                        "word of the logout",
                        () -> sessions(cast.wordsSince(site, before)),
                        ended -> ended.contains(session));
        rows.good(
                "e-Tax is told (back-channel logout)",
                "a signed logout token with the session of its ID token",
                "a logout token with this sid");
        Begun again = site.beginSilently().given();
        Answer<AuthorizationCode> refused =
                site.answer(again, person.browser().go(again.address()).atSite());
        rows.expect(
                refused.refusal().endsWith("login_required"), "e-Tax asks again", "login_required", refused.refusal());
        person.signIn();
        person.unlink(site.id());
    }

    /** Of those sessions a site heard that they ended. */
    private List<String> sessions(List<String> words) throws IOException {
        List<String> sessions = new ArrayList<>();
        for (String word : words) {
            SessionID session = site.heard(word).getSessionID();
            if (session != null) {
                sessions.add(session.getValue());
            }
        }
        return sessions;
    }
}
