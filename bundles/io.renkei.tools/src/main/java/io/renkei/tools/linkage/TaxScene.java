package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Answer;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Message;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The whole journey with e-Tax: it starts at the site and ends with the link's revocation. */
final class TaxScene implements Scene {

    private static final String HOUSEHOLD = "1";
    private static final String LOCAL_TAX = "2";
    private static final String PENSION = "7-1";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;

    TaxScene(Cast cast) {
        this.cast = cast;
        this.site = cast.tax();
        this.person = cast.person();
    }

    @Override
    public String name() {
        return "e-Tax";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        list(rows);
        Begun begun = asks(rows);
        Page released = consents(rows, begun);
        JsonNode receipt = Receipts.of(person.browser(), released, "/receipt");
        rows.expect(
                receipt.path("released").has(LOCAL_TAX)
                        && receipt.path("withheld").toString().contains(HOUSEHOLD),
                "the receipt of the choice",
                "signed; names item 2 as released and item 1 as withheld",
                "released " + names(receipt.path("released")) + ", withheld " + receipt.path("withheld"));
        Tokens tokens = tokens(rows, begun, person.backToSite(released));
        fetches(rows, tokens, receipt);
        records(rows);
        signsOnAgain(rows, tokens);
        mistakes(rows);
        revokes(rows, tokens);
    }

    private void list(Rows rows) throws IOException, InterruptedException {
        Element card = person.listed("e-Tax");
        rows.expect(
                card.text().contains("Not linked") && card.select("details li").size() == 5,
                "the person looks at the list of sites",
                "not linked, may receive 3 items and 2 kinds of certificates",
                card.select(".badge").text() + ", may receive "
                        + String.join("; ", card.select("details li").eachText()));
    }

    private Begun asks(Rows rows) throws IOException, InterruptedException {
        Answer<Begun> refused = site.begin(Optional.of(new Wish("申告書の作成").latest(PENSION)));
        rows.expect(
                refused.refusal().equals("400 invalid_authorization_details"),
                "e-Tax asks for item 7-1, which its file does not list",
                "400 invalid_authorization_details",
                refused.refusal());
        Begun begun = site.begin(Optional.of(
                        new Wish("令和7年分の申告書の作成").latest(HOUSEHOLD).range(LOCAL_TAX, "2024-04-01", "2026-03-31")))
                .given();
        rows.expect(
                begun.address().getQuery().matches("client_id=[^&]+&request_uri=[^&]+"),
                "e-Tax pushes a request for items 1 and 2",
                "the browser carries client_id and request_uri alone",
                begun.address().getQuery().replaceAll("(request_uri=.{20}).*", "$1…"));
        return begun;
    }

    private Page consents(Rows rows, Begun begun) throws IOException, InterruptedException {
        person.browser().forget();
        Page signIn = person.browser().go(begun.address()).onPage();
        Page link = person.signInFor(signIn);
        rows.expect(
                link.hasForm("/link"),
                "the person comes from the site, and signs in by card",
                "the first consent is asked for",
                signIn.title() + " → " + link.title());
        Page linked = person.consentToLink(link);
        JsonNode receipt = Receipts.of(person.browser(), linked, "/people/receipts/");
        rows.expect(
                receipt.path("kind").asText().equals("link"),
                "the first consent: the accounts are tied",
                "a signed receipt of kind link",
                linked.title() + "; receipt of kind " + receipt.path("kind").asText());
        Page consent = person.browser().go(linked.link("/people/requests/")).onPage();
        rows.expect(
                consent.hasForm("/consent") && consent.says("令和7年分の申告書の作成"),
                "the second consent: to this request",
                "names purpose, items and conditions",
                consent.title() + ": " + String.join("; ", consent.texts("ul.rows li .soft")));
        Page review = person.consentToRequest(consent);
        rows.expect(
                review.document().select("input[name=item]").size() == 2,
                "the gateway asks the agencies",
                "2 items with data to choose from",
                String.join("; ", review.texts("li.item .badge")));
        Page released = person.choose(review, Set.of(LOCAL_TAX));
        rows.expect(
                released.texts("ul.rows li").size() == 1,
                "the person hands over item 2 and not item 1",
                "1 item is handed over",
                released.title() + ": " + released.texts("ul.rows li").size());
        return released;
    }

    private Tokens tokens(Rows rows, Begun begun, java.net.URI brought) throws IOException {
        AuthorizationCode code = site.answer(begun, brought).given();
        Tokens tokens = site.tokens(begun, code).given();
        rows.expect(
                tokens.access().getType().getValue().equals("DPoP")
                        && tokens.refresh().isPresent(),
                "e-Tax redeems the code",
                "ID token good, access token bound to its key, refresh token",
                tokens.access().getType() + " for " + tokens.access().getLifetime() + " s");
        return tokens;
    }

    private void fetches(Rows rows, Tokens tokens, JsonNode receipt) throws IOException {
        Message who = site.userInfo(tokens).given();
        rows.expect(
                tokens.subject().equals(who.claims().getSubject())
                        && who.claims().getClaims().keySet().stream().noneMatch(Set.of("name", "address")::contains),
                "e-Tax asks who it is (userinfo)",
                "signed; the same subject, no name",
                "signed; " + String.join(", ", who.claims().getClaims().keySet()));
        List<Map<?, ?>> items = items(site.handover(tokens).given());
        rows.expect(
                items.size() == 1 && items.get(0).get("number").equals(LOCAL_TAX),
                "e-Tax fetches the data",
                "signed; item 2, and not item 1, which was not chosen",
                "signed; items "
                        + items.stream().map(item -> item.get("number")).toList());
        rows.expect(
                Receipts.vouches(receipt, LOCAL_TAX, items.get(0).get("values")),
                "the person's receipt beside what the site got",
                "the digest in the receipt is that of the data",
                "the same");
    }

    private void records(Rows rows) throws IOException, InterruptedException {
        Page records = person.browser().open("/people/access-records");
        List<String> ofSite = records.texts("li.item").stream()
                .filter(text -> text.contains("e-Tax"))
                .toList();
        rows.expect(
                ofSite.size() >= 2,
                "the person looks at the access records",
                "each call of an agency for e-Tax",
                ofSite.size() + " entries, the newest: "
                        + ofSite.stream().findFirst().orElse(""));
    }

    private void signsOnAgain(Rows rows, Tokens first) throws IOException, InterruptedException {
        Tokens again = cast.signOn(site);
        Answer<Message> data = site.handover(again);
        rows.expect(
                again.subject().equals(first.subject()) && data.value().isEmpty(),
                "the person goes to e-Tax again (single sign-on)",
                "no page between, the same subject, no data",
                "the same subject; data: " + data.refusal());
    }

    private void mistakes(Rows rows) throws IOException, InterruptedException {
        Begun begun = site.begin(Optional.empty()).given();
        AuthorizationCode code = site.answer(
                        begun, person.browser().go(begun.address()).atSite())
                .given();
        Tokens tokens = site.tokens(begun, code).given();
        Answer<Tokens> replayed = site.tokens(begun, code);
        rows.expect(
                replayed.refusal().equals("400 invalid_grant") && !site.isActive(tokens),
                "a code comes again",
                "400 invalid_grant, and its tokens end",
                replayed.refusal() + ", active: " + site.isActive(tokens));
    }

    private void revokes(Rows rows, Tokens tokens) throws IOException, InterruptedException {
        List<String> before = cast.words(site);
        person.unlink(site.id());
        long began = System.nanoTime();
        boolean active = cast.patience().until("the token ends", () -> site.isActive(tokens), alive -> !alive);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        rows.expect(
                !active && took.compareTo(AT_ONCE) <= 0,
                "the person takes the first consent back",
                "the tokens end within a second",
                "ended after " + took.toMillis() + " ms");
        Answer<Message> data = site.handover(tokens);
        Answer<Tokens> refreshed = site.refreshed(tokens.refresh().orElseThrow());
        rows.expect(
                data.refusal().startsWith("401") && refreshed.refusal().equals("400 invalid_grant"),
                "e-Tax tries to go on",
                "401 for the data, invalid_grant for the refresh token",
                data.refusal() + ", " + refreshed.refusal());
        LogoutTokenClaimsSet word = cast.patience()
                .until(
                        "word of the logout",
                        () -> heard(cast.wordsSince(site, before), tokens.subject()),
                        Optional::isPresent)
                .orElseThrow();
        rows.good(
                "e-Tax is told (back-channel logout)",
                "a signed logout token with the subject",
                "logout token of " + word.getIssueTime().toInstant() + ", the same subject");
    }

    private Optional<LogoutTokenClaimsSet> heard(List<String> words, String subject) throws IOException {
        for (String each : words) {
            LogoutTokenClaimsSet word = site.heard(each);
            if (word.getSubject().getValue().equals(subject)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    static List<Map<?, ?>> items(Message message) {
        Map<?, ?> handover = (Map<?, ?>) message.claims().getClaim("handover");
        return ((List<?>) handover.get("items"))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new java.util.ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
