package io.renkei.tools.linkage;

import io.renkei.tools.client.Patience;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the person does at the pages, step by step. */
public final class Person {

    private final Browser browser;
    private final URI certificates;
    private final Patience patience;

    /** @param certificates address where the browser is asked for a certificate */
    public Person(Browser browser, URI certificates, Patience patience) {
        this.browser = browser;
        this.certificates = certificates;
        this.patience = patience;
    }

    public Browser browser() {
        return browser;
    }

    /** Signs in by the certificate of the card. */
    public Page signIn() throws IOException, InterruptedException {
        return browser.go(certificates.resolve("/people/sign-in/certificate?to=/people/sites"))
                .onPage();
    }

    /** A site as the list of sites shows it. */
    public Element listed(String name) throws IOException, InterruptedException {
        return browser.open("/people/sites").card(name);
    }

    public boolean isLinked(String site) throws IOException, InterruptedException {
        return browser.open("/people/sites/" + site).hasForm("/revoke");
    }

    /** Takes the first consent back. */
    public void unlink(String site) throws IOException, InterruptedException {
        Page page = browser.open("/people/sites/" + site);
        browser.submit(page, page.form("/revoke")).onPage();
    }

    /** At the page of a site's request: goes on by the certificate of the card. */
    public Page signInFor(Page asked) throws IOException, InterruptedException {
        return browser.go(asked.link("/people/sign-in/certificate")).onPage();
    }

    /** Gives the first consent; the page with the receipt follows. */
    public Page consentToLink(Page page) throws IOException, InterruptedException {
        return browser.submit(page, page.form(page.hasForm("/link") ? "/link" : "/consent"))
                .onPage();
    }

    /** Gives the second consent, and waits until the agencies have answered or are given up. */
    public Page consentToRequest(Page page) throws IOException, InterruptedException {
        Page waiting = browser.submit(page, page.form("/consent")).onPage();
        return patience.until(
                "the agencies answered",
                () -> browser.go(waiting.at()).onPage(),
                seen -> seen.hasForm("/release") && !seen.says("Still being asked"));
    }

    /** Chooses these items and no others; the page with the receipt follows. */
    public Page choose(Page review, Set<String> items) throws IOException, InterruptedException {
        return browser.submit(review, review.form("/release"), "item", items).onPage();
    }

    /** From the page with the receipt of a release back to the site. */
    public URI backToSite(Page released) throws IOException, InterruptedException {
        return browser.go(released.link("/oidc/authorize/")).atSite();
    }
}
