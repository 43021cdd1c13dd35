package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Answer;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Message;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The pension net, which is linked first on weekdays from 8 to 23 o'clock. So that the story is the same at any hour, the operator sets
 * this site's hours: first to another day of the week, then to the whole week, and then back to what they were.
 */
final class PensionScene implements Scene {

    private static final String SETTINGS = "io.renkei.linkage.site-pensionnet";
    private static final String KEY = "hours.first.link";
    private static final String WHOLE_WEEK = "mon-sun 00:00-24:00";

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;
    private final LocalDate today;

    /** @param today in Japan */
    PensionScene(Cast cast, LocalDate today) {
        this.cast = cast;
        this.site = cast.pension();
        this.person = cast.person();
        this.today = today;
    }

    @Override
    public String name() {
        return "pension net";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        String before = hours();
        try {
            set(anotherDay());
            closed(rows);
            set(WHOLE_WEEK);
            link(rows);
        } finally {
            set(before);
        }
        Tokens tokens = handsOver(rows);
        takesBack(rows, tokens);
        person.unlink(site.id());
    }

    private void closed(Rows rows) throws IOException, InterruptedException {
        Element card = cast.patience()
                .until(
                        "the site is closed",
                        () -> person.listed("Pension Net"),
                        seen -> seen.text().contains("Closed now"));
        Begun begun = site.begin(Optional.empty()).given();
        Page page = person.browser().go(begun.address()).onPage();
        Answer<AuthorizationCode> told = site.answer(
                begun, person.browser().submit(page, page.form("/leave")).atSite());
        rows.expect(
                told.refusal().endsWith("temporarily_unavailable"),
                "a first link outside of the hours (set to another day by the operator)",
                "a page that says when it opens; temporarily_unavailable at the site",
                card.select("dl.facts dd").first().text() + "; " + told.refusal());
    }

    private void link(Rows rows) throws IOException, InterruptedException {
        cast.patience()
                .until(
                        "the site is open",
                        () -> person.listed("Pension Net"),
                        seen -> seen.text().contains("Open now"));
        Page consent = person.browser().open("/people/sites/" + site.id());
        Page linked = person.consentToLink(consent);
        JsonNode receipt = Receipts.of(person.browser(), linked, "/people/receipts/");
        rows.expect(
                receipt.at("/site/id").asText().equals(site.id())
                        && receipt.path("kind").asText().equals("link"),
                "the first consent in the hours, from the list of sites",
                "a signed receipt of kind link for pension-net",
                "receipt of kind " + receipt.path("kind").asText() + " for "
                        + receipt.at("/site/id").asText());
    }

    private Tokens handsOver(Rows rows) throws IOException, InterruptedException {
        Begun begun = site.begin(Optional.of(new Wish("年金記録の確認")
                        .latest("7-1")
                        .at("7-2", today.minusMonths(1).toString())
                        .range("7-3", today.minusYears(2).toString(), today.toString())))
                .given();
        Page consent = person.browser().go(begun.address()).onPage();
        Page review = person.consentToRequest(consent);
        Set<String> found = review.document().select("input[name=item]").stream()
                .map(box -> box.attr("value"))
                .collect(Collectors.toCollection(TreeSet::new));
        Page released = person.choose(review, found);
        AuthorizationCode code = site.answer(begun, person.backToSite(released)).given();
        Tokens tokens = site.tokens(begun, code).given();
        List<Map<?, ?>> items = TaxScene.items(site.handover(tokens).given());
        Set<String> got = items.stream()
                .map(item -> item.get("number") + " " + item.get("condition"))
                .collect(Collectors.toCollection(TreeSet::new));
        rows.expect(
                got.equals(Set.of("7-1 latest", "7-2 at", "7-3 range")),
                "asks for three items: latest, at a day, over a range",
                "signed; all three, each under its condition",
                String.join(", ", got));
        return tokens;
    }

    private void takesBack(Rows rows, Tokens tokens) throws IOException, InterruptedException {
        Page handovers = person.browser().open("/people/handovers");
        Page handover =
                person.browser().go(handovers.link("/people/handovers/")).onPage();
        person.browser().submit(handover, handover.form("/revoke")).onPage();
        Answer<Message> data = site.handover(tokens);
        rows.expect(
                data.refusal().startsWith("410") && site.isActive(tokens),
                "the person takes the handover back, and not the link",
                "410 for the data; the sign-on goes on",
                data.refusal() + ", token active: " + site.isActive(tokens));
    }

    /** What stands in the site's settings. */
    private String hours() throws IOException, InterruptedException {
        for (JsonNode setting :
                cast.operator().json("renkei:setting-list --json " + SETTINGS).path("settings")) {
            if (setting.path("key").asText().equals(KEY)) {
                return setting.path("inUse").asText();
            }
        }
        throw new IOException("the settings of pension-net name no hours");
    }

    private void set(String hours) throws IOException, InterruptedException {
        cast.operator().run("renkei:setting-set " + SETTINGS + " " + KEY + " '" + hours + "'");
    }

    private String anotherDay() {
        DayOfWeek day = today.getDayOfWeek().plus(3);
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT) + " 08:00-23:00";
    }
}
