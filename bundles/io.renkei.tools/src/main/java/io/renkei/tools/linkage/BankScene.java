package io.renkei.tools.linkage;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Message;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A bank whose file says that all it is told is encrypted. */
final class BankScene implements Scene {

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;

    BankScene(Cast cast) {
        this.cast = cast;
        this.site = cast.bank();
        this.person = cast.person();
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        Begun begun =
                site.begin(Optional.of(new Wish("住宅ローンの審査のため").latest("2"))).given();
        Page linked = person.consentToLink(person.browser().go(begun.address()).onPage());
        Page consent = person.browser().go(linked.link("/people/requests/")).onPage();
        Page released = person.choose(person.consentToRequest(consent), Set.of("2"));
        AuthorizationCode code = site.answer(begun, person.backToSite(released)).given();
        Tokens tokens = site.tokens(begun, code).given();
        Message who = site.userInfo(tokens).given();
        Message data = site.handover(tokens).given();
        rows.expect(
                who.encrypted() && data.encrypted() && TaxScene.items(data).size() == 1,
                "a site whose file wants encryption fetches who it is, and the data",
                "both signed, and encrypted to its key",
                "userinfo " + seal(who) + ", data " + seal(data));
        person.unlink(site.id());
    }

    private static String seal(Message message) {
        return message.encrypted() ? "signed and encrypted" : "signed alone";
    }
}
