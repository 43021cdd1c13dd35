package io.renkei.tools.linkage;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Answer;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.Wish;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tax software asks for what an agency may not disclose and what another does not have; and a form is sent that no page shows. */
final class LackScene implements Scene {

    private static final String MUNICIPALITY = "municipality.131130";
    private static final String PENSION_SERVICE = "pension-service";
    private static final String HOUSEHOLD = "TM00000000000001";

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;

    LackScene(Cast cast) {
        this.cast = cast;
        this.site = cast.software();
        this.person = cast.person();
    }

    @Override
    public String name() {
        return "tax software";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        person.consentToLink(person.browser().open("/people/sites/" + site.id()));
        answer(MUNICIPALITY, "undisclosed", HOUSEHOLD);
        answer(PENSION_SERVICE, "no-data", "");
        try {
            lacks(rows);
        } finally {
            answer(MUNICIPALITY, "data", "");
            answer(PENSION_SERVICE, "data", "");
        }
        cast.ministries().order("faults", Map.of("destination", PENSION_SERVICE, "mode", "down"));
        try {
            down(rows);
        } finally {
            cast.ministries().order("reset-faults", Map.of());
        }
        person.unlink(site.id());
    }

    private void down(Rows rows) throws IOException, InterruptedException {
        Begun begun = site.begin(Optional.of(new Wish("確定申告書の作成").latest("2").latest("7-1")))
                .given();
        Page consent = person.browser().go(begun.address()).onPage();
        Page waiting =
                person.browser().submit(consent, consent.form("/consent")).onPage();
        Page review = cast.patience()
                .until(
                        "what has come",
                        () -> person.browser().go(waiting.link("show=now")).onPage(),
                        seen -> seen.texts("li.item .badge").contains("Data"));
        List<String> states = review.texts("li.item .badge");
        Page released = person.choose(review, Set.of("2"));
        AuthorizationCode code = site.answer(begun, person.backToSite(released)).given();
        List<Map<?, ?>> items =
                TaxScene.items(site.handover(site.tokens(begun, code).given()).given());
        rows.expect(
                states.equals(List.of("Data", "Waiting")) && items.size() == 1,
                "an agency is down; the person does not wait for it",
                "what has come is handed over",
                String.join("; ", states) + "; the site got item "
                        + items.get(0).get("number"));
    }

    private void lacks(Rows rows) throws IOException, InterruptedException {
        Begun begun = site.begin(
                        Optional.of(new Wish("確定申告書の作成").latest("1").latest("2").latest("7-1")))
                .given();
        Page consent = person.browser().go(begun.address()).onPage();
        Page review = person.consentToRequest(consent);
        List<String> states = review.texts("li.item .badge");
        rows.expect(
                states.equals(List.of("Not shown by law", "Data", "No data"))
                        && review.document().select("input[name=item]").size() == 1,
                "one agency may not disclose an item, another has no data",
                "each is told apart; only item 2 can be chosen",
                String.join("; ", states));
        Page refused = person.browser()
                .submitWith(review, review.form("/release"), Map.of("item", List.of("1", "3-2")))
                .onPage();
        rows.expect(
                refused.status() >= 400,
                "a form comes with an undisclosed item, and one that was not asked for",
                "refused; nothing is handed over",
                refused.status() + " " + refused.document().select(".code").text());
        Page again = person.browser().go(review.at()).onPage();
        Answer<AuthorizationCode> told = site.answer(
                begun, person.browser().submit(again, again.form("/deny")).atSite());
        rows.expect(
                told.refusal().endsWith("access_denied"),
                "the person hands nothing over",
                "access_denied at the site",
                told.refusal());
    }

    private void answer(String agency, String how, String information) throws IOException, InterruptedException {
        cast.ministries()
                .order("agencies/answer", Map.of("destination", agency, "answer", how, "information", information));
    }
}
