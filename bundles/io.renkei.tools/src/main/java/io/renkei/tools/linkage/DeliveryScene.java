package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Answer;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A private delivery service: sign-on alone and no data, and what it holds for the person. */
final class DeliveryScene implements Scene {

    private static final String SERVICE = "mypost";

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;
    private final String certificate;

    /** @param today in Japan: the insurer's certificate of this year is opened */
    DeliveryScene(Cast cast, LocalDate today) {
        this.cast = cast;
        this.site = cast.delivery();
        this.person = cast.person();
        this.certificate = "insurer-" + today.getYear();
    }

    @Override
    public String name() {
        return "private delivery";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        person.signIn();
        cast.unlink(site);
        person.consentToLink(person.browser().open("/people/sites/" + site.id()));
        Tokens tokens = cast.signOn(site);
        Object kind = site.userInfo(tokens).given().claims().getClaim("account_kind");
        rows.expect(
                "person".equals(kind),
                "linked from the list of sites; the person goes there",
                "signed on without a page between",
                "signed on; account_kind " + kind);
        Answer<Begun> refused = site.begin(Optional.of(new Wish("送達先の確認").latest("2")));
        rows.expect(
                refused.refusal().equals("400 invalid_authorization_details"),
                "it asks for data all the same",
                "400 invalid_authorization_details: its file lists no item",
                refused.refusal());
        opens(rows, tokens);
        forged(rows);
        person.unlink(site.id());
        Page after = person.browser().open("/people/holdings");
        rows.expect(
                !after.says("My Post"),
                "the person takes the first consent back",
                "nothing that lies there is shown any more",
                String.join(" ", after.texts("main p")));
    }

    private void opens(Rows rows, Tokens tokens) throws IOException, InterruptedException {
        Page list = person.browser().open("/people/holdings");
        int held = list.document().select("form[action=/people/holdings/open]").size();
        rows.expect(
                held >= 2 && list.says("My Post"),
                "the person looks at what it holds",
                "the certificates of two years",
                String.join("; ", list.texts("li.card h3")));
        Page opened = open(list);
        rows.expect(
                opened.says("Verified")
                        && opened.document().select("ul.tree li").size() > 1,
                "the person opens a certificate",
                "verified: the issuer's signature; its values are shown",
                opened.texts("dl.facts dd").toString() + ", "
                        + opened.document().select("ul.tree .value").size() + " values");
        JsonNode read = cast.patience()
                .until(
                        "the read receipt",
                        () -> cast.ministries()
                                .order("private-delivery/look", Map.of("service", SERVICE, "subject", tokens.subject()))
                                .path("read"),
                        seen -> seen.has(certificate));
        rows.good(
                "the service is told (read receipt)",
                "when this certificate was opened",
                certificate + " at " + read.path(certificate).asText());
    }

    /** A certificate that was changed after its issuer signed it. */
    private void forged(Rows rows) throws IOException, InterruptedException {
        flaw("changed");
        try {
            Page opened = open(person.browser().open("/people/holdings"));
            rows.expect(
                    !opened.says("Verified")
                            && opened.document().select("ul.tree").isEmpty(),
                    "a certificate was changed on its way",
                    "it is named as forged, and not shown",
                    String.join(" ", opened.texts("main .box")));
        } finally {
            flaw("");
        }
    }

    private Page open(Page list) throws IOException, InterruptedException {
        for (FormElement form : list.document().forms()) {
            Element holding = form.selectFirst("input[name=holding]");
            if (holding != null && holding.attr("value").equals(certificate)) {
                return person.browser().submit(list, form).onPage();
            }
        }
        throw new IOException("the list does not name " + certificate);
    }

    private void flaw(String flaw) throws IOException, InterruptedException {
        cast.ministries()
                .order("private-delivery/flaw", Map.of("service", SERVICE, "holding", certificate, "flaw", flaw));
    }
}
