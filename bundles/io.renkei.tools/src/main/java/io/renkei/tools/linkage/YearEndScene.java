package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import io.renkei.api.model.Sha256;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Message;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The tax return: the person picks a sender, gathers the year's deduction certificates in one go, and hands chosen ones over to e-Tax
 * together with what medical care cost.
 */
final class YearEndScene implements Scene {

    private static final String SERVICE = "mypost";
    private static final String MEDICAL = "3-2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cast cast;
    private final RelyingParty site;
    private final Person person;
    private final int year;
    private final String insurer;
    private final String bank;

    /** @param today in Japan: the certificates of this year are gathered */
    YearEndScene(Cast cast, LocalDate today) {
        this.cast = cast;
        this.site = cast.tax();
        this.person = cast.person();
        this.year = today.getYear();
        this.insurer = "insurer-" + year;
        this.bank = "bank-" + year;
    }

    @Override
    public String name() {
        return "tax return";
    }

    @Override
    public void play(Rows rows) throws IOException, InterruptedException {
        RelyingParty delivery = cast.delivery();
        person.signIn();
        cast.unlink(site);
        cast.unlink(delivery);
        person.consentToLink(person.browser().open("/people/sites/" + delivery.id()));
        String subject = cast.signOn(delivery).subject();
        picks(rows);
        gathers(rows, subject);
        person.consentToLink(person.browser().open("/people/sites/" + site.id()));
        flaw("changed");
        try {
            handsOver(rows);
        } finally {
            flaw("");
        }
        person.unlink(site.id());
    }

    private void picks(Rows rows) throws IOException, InterruptedException {
        Page senders = person.browser().open("/people/holdings/senders");
        List<String> before = senders.texts("li.card .badge");
        Page picked = person.browser()
                .submit(senders, form(senders, "sender", "bank"))
                .onPage();
        rows.expect(
                before.equals(List.of("Sends to you", "Not chosen"))
                        && picked.texts("li.card .badge").equals(List.of("Sends to you", "Sends to you")),
                "the person picks the bank as a sender",
                "one sender was chosen, now two are",
                before + " → " + picked.texts("li.card .badge"));
    }

    private static FormElement form(Page page, String field, String value) throws IOException {
        for (FormElement form : page.document().forms()) {
            Element input = form.selectFirst("input[name=" + field + "]");
            if (input != null && input.attr("value").equals(value)) {
                return form;
            }
        }
        throw new IOException("the page \"" + page.title() + "\" has no form for " + value);
    }

    private void gathers(Rows rows, String subject) throws IOException, InterruptedException {
        Page years = person.browser().open("/people/holdings/years");
        Page begun = person.browser()
                .submitWith(
                        years, years.form("/people/holdings/years"), Map.of("year", List.of(Integer.toString(year))))
                .onPage();
        Page bundle = cast.patience()
                .until(
                        "the year is gathered",
                        () -> person.browser().go(begun.at()).onPage(),
                        seen -> seen.hasForm("/zip"));
        List<String> found = bundle.texts("li.item .badge");
        rows.expect(
                found.equals(List.of("Verified", "Verified")),
                "the year's certificates are gathered in one go",
                "those of insurer and bank, verified",
                String.join("; ", bundle.texts("li.item h3")) + ": " + String.join("; ", found));
        Map<String, byte[]> zip = entries(person.browser().download(bundle, bundle.form("/zip")));
        JsonNode list = JSON.readTree(zip.getOrDefault("list.json", new byte[0]));
        rows.expect(
                zip.size() == 3 && isAsListed(list, zip),
                "the person saves them as one file",
                "two documents, each with the digest of the list",
                String.join(", ", zip.keySet()));
        JsonNode read = cast.patience()
                .until(
                        "the read receipts",
                        () -> cast.ministries()
                                .order("private-delivery/look", Map.of("service", SERVICE, "subject", subject))
                                .path("read"),
                        seen -> seen.has(insurer) && seen.has(bank));
        rows.good("the service is told (read receipts)", "both were opened", read.size() + " were opened");
        Page forgotten = person.browser().submit(bundle, bundle.form("/forget")).onPage();
        rows.expect(
                person.browser().go(bundle.at()).onPage().status() == 404 && forgotten.says("deleted"),
                "the person deletes what was gathered",
                "it is kept no more",
                String.join(" ", forgotten.texts("main .box")));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static boolean isAsListed(JsonNode list, Map<String, byte[]> zip) {
        int same = 0;
        for (JsonNode certificate : list.findValues("certificates").get(0)) {
            byte[] document = zip.getOrDefault(certificate.path("file").asText(), new byte[0]);
            same += certificate
                            .path("sha256")
                            .asText()
                            .contains(Sha256.of(document).hex())
                    ? 1
                    : 0;
        }
        return same == 2;
    }

    private void handsOver(Rows rows) throws IOException, InterruptedException {
        String refused = site.begin(Optional.of(new Wish("申告書の作成").certificates(year, "TEG820")))
                .refusal();
        rows.expect(
                refused.equals("400 invalid_authorization_details"),
                "e-Tax asks for certificates of a kind that its file does not list",
                "400 invalid_authorization_details",
                refused);
        Begun begun = site.begin(
                        Optional.of(new Wish("確定申告書の作成").latest(MEDICAL).certificates(year, "TEG800", "TEG850")))
                .given();
        Page consent = person.browser().go(begun.address()).onPage();
        rows.expect(
                consent.says("deduction certificates of the year " + year),
                "e-Tax asks for medical expenses and certificates; the person is asked for consent",
                "the consent names year and kinds, and that documents go along",
                String.join("; ", consent.texts("ul.rows li")));
        Page review = person.consentToRequest(consent);
        String ref = "my-post/" + insurer;
        rows.expect(
                review.document()
                                .select("input[name=certificate]")
                                .eachAttr("value")
                                .equals(List.of(ref))
                        && review.says("HOLDINGS-005"),
                "the bank's certificate was changed on its way",
                "the insurer's can be chosen, the bank's is named as forged and cannot",
                String.join("; ", review.texts("section li.item .badge")));
        Page forced = person.browser()
                .submitWith(
                        review,
                        review.form("/release"),
                        Map.of("item", List.of(MEDICAL), "certificate", List.of("my-post/" + bank)))
                .onPage();
        rows.expect(
                forced.status() == 403,
                "a form comes with the forged one",
                "refused; nothing is handed over",
                forced.status() + " " + forced.document().select(".code").text());
        Page released = person.browser()
                .submitWith(
                        review, review.form("/release"), Map.of("item", List.of(MEDICAL), "certificate", List.of(ref)))
                .onPage();
        JsonNode receipt = Receipts.of(person.browser(), released, "/receipt");
        rows.expect(
                receipt.path("releasedCertificates").has(ref)
                        && receipt.path("released").has(MEDICAL),
                "the person hands over what medical care cost, and the insurer's certificate",
                "a signed receipt names both",
                String.join("; ", released.texts("ul.rows li")));
        AuthorizationCode code = site.answer(begun, person.backToSite(released)).given();
        fetches(rows, site.tokens(begun, code).given(), receipt, ref);
    }

    private void fetches(Rows rows, Tokens tokens, JsonNode receipt, String ref)
            throws IOException, InterruptedException {
        Message message = site.handover(tokens).given();
        List<?> certificates = certificates(message);
        Map<?, ?> certificate = (Map<?, ?>) certificates.get(0);
        byte[] document = Base64.getDecoder().decode(String.valueOf(certificate.get("document")));
        rows.expect(
                certificates.size() == 1
                        && TaxScene.items(message).size() == 1
                        && Sha256.of(document).hex().equals(certificate.get("sha256"))
                        && Receipts.vouches(receipt, ref, certificate.get("values"), document),
                "e-Tax fetches both",
                "values, verdict and the signed document; the receipt has their digests",
                certificate.get("kind") + " of " + certificate.get("issuer") + ", " + certificate.get("verdict") + ", "
                        + document.length + " bytes");
        List<String> records = person.browser().open("/people/access-records").texts("li.item").stream()
                .filter(text -> text.contains("e-Tax") && text.contains("Life insurance"))
                .toList();
        rows.expect(
                !records.isEmpty(),
                "the person looks at the access records",
                "the certificate that e-Tax got",
                records.stream().findFirst().orElse(""));
        person.unlink(cast.delivery().id());
        Message after = site.handover(tokens).given();
        rows.expect(
                certificates(after).isEmpty() && TaxScene.items(after).size() == 1,
                "the person ends the link to the delivery service; e-Tax fetches again",
                "the item alone: what came over that link is released no more",
                certificates(after).size() + " certificates, "
                        + TaxScene.items(after).size() + " item");
    }

    private static List<?> certificates(Message message) {
        return (List<?>) ((Map<?, ?>) message.claims().getClaim("handover")).get("certificates");
    }

    private void flaw(String flaw) throws IOException, InterruptedException {
        cast.ministries().order("private-delivery/flaw", Map.of("service", SERVICE, "holding", bank, "flaw", flaw));
    }
}
