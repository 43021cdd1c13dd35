package io.renkei.tools.linkage;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A company signs in by its company account, at a provider elsewhere. */
final class CompanyScene implements Scene {

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;

    CompanyScene(Cast cast) {
        this.cast = cast;
        this.site = cast.tax();
        this.person = cast.person();
    }

    @Override
    public String name() {
        return "company";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.browser().forget();
        Page signIn = person.browser().open("/people/sign-in");
        Page screen =
                person.browser().go(signIn.link("/people/sign-in/company")).onPage();
        Page sites = person.browser()
                .submitWith(screen, screen.form("/oauth/authorize"), Map.of("company", List.of("acme-prime")))
                .onPage();
        rows.expect(
                sites.card("Pension Net").text().contains("other kind")
                        || sites.card("Pension Net").select("a.button").isEmpty(),
                "a company signs in by its company account",
                "the list of sites; none that takes people alone can be linked",
                sites.title() + "; " + sites.texts(".who"));
        cast.unlink(site);
        person.consentToLink(person.browser().open("/people/sites/" + site.id()));
        Tokens tokens = cast.signOn(site);
        Object kind = site.userInfo(tokens).given().claims().getClaim("account_kind");
        rows.expect(
                "company".equals(kind),
                "the company links e-Tax and goes there",
                "signed on, as a company",
                "account_kind " + kind);
        person.unlink(site.id());
        person.browser().forget();
    }
}
