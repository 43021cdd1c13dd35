package io.renkei.tools.linkage;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The person lets a tax accountant, for whom an association vouches, see one item; and ends it. */
final class DelegationScene implements Scene {

    private static final String ASSOCIATION = "zeirishi-kai";
    private static final String LOCAL_TAX = "2";
    private static final String HOUSEHOLD = "1";

    private final Cast cast;
    private final Person person;
    private final Person accountant;
    private final LocalDate today;

    /** @param today in Japan */
    DelegationScene(Cast cast, LocalDate today) {
        this.cast = cast;
        this.person = cast.person();
        this.accountant = cast.accountant();
        this.today = today;
    }

    @Override
    public String name() {
        return "delegation";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        accountant.signIn();
        if (!accountant.isLinked(ASSOCIATION)) {
            accountant.consentToLink(accountant.browser().open("/people/sites/" + ASSOCIATION));
        }
        Page held = delegates(rows);
        acts(rows, held);
        ends(rows, held);
        accountant.unlink(ASSOCIATION);
    }

    private Page delegates(Rows rows) throws IOException, InterruptedException {
        Page offer = person.browser().open("/people/delegations/offer");
        Page offered = person.browser()
                .submitWith(
                        offer,
                        offer.form("/people/delegations/offer"),
                        Map.of(
                                "association", List.of(ASSOCIATION),
                                "service", List.of("SELF_INFORMATION", "ACCESS_RECORDS"),
                                "item", List.of(LOCAL_TAX),
                                "from", List.of(today.toString()),
                                "until", List.of(today.plusYears(1).toString())))
                .onPage();
        String code = offered.document().select(".bigcode").text();
        Page delegations = accountant.browser().open("/people/delegations");
        Page held = accountant
                .browser()
                .submitWith(delegations, delegations.form("/accept"), Map.of("code", List.of(code)))
                .onPage();
        rows.expect(
                code.length() >= 12 && held.hasForm("/end"),
                "the person offers a delegation: item 2, a year; the accountant gives the code",
                "the delegation is in force",
                held.texts(".badge") + ", " + held.texts("dl.facts dd li"));
        return held;
    }

    private void acts(Rows rows, Page held) throws IOException, InterruptedException {
        Page form = accountant
                .browser()
                .go(held.link("/people/self-information?for="))
                .onPage();
        Page refused = ask(form, HOUSEHOLD);
        rows.expect(
                refused.status() == 403,
                "the accountant asks for item 1 in the person's name",
                "refused: the delegation does not cover it",
                refused.status() + " " + refused.document().select(".code").text());
        Page asked = ask(form, LOCAL_TAX);
        Page answered = cast.patience()
                .until(
                        "the answer",
                        () -> accountant.browser().go(asked.at()).onPage(),
                        seen -> !seen.document().select("li.item.found").isEmpty());
        rows.expect(
                answered.document().select("li.item").size() == 1,
                "the accountant asks for item 2 in the person's name",
                "the person's data, and nothing else",
                answered.texts("li.item .badge") + ", "
                        + answered.document().select("ul.tree .value").size() + " values");
        Page records = person.browser().open("/people/access-records");
        String newest = records.texts("li.item").stream().findFirst().orElse("");
        rows.expect(
                newest.contains("epresentative"),
                "the person looks at the access records",
                "the newest names the representative",
                newest);
    }

    private void ends(Rows rows, Page held) throws IOException, InterruptedException {
        Page delegations = person.browser().open("/people/delegations");
        person.browser().submit(delegations, delegations.form("/end")).onPage();
        Page refused = accountant
                .browser()
                .go(held.link("/people/self-information?for="))
                .onPage();
        rows.expect(
                refused.status() == 403,
                "the person ends the delegation",
                "the accountant is refused at once",
                refused.status() + " " + refused.document().select(".code").text());
    }

    private Page ask(Page form, String item) throws IOException, InterruptedException {
        return accountant
                .browser()
                .submitWith(form, form.form("/people/self-information"), Map.of("item", List.of(item)))
                .onPage();
    }
}
