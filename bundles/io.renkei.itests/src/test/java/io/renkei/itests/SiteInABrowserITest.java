package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ClientCertificate;
import io.renkei.door.pages.browser.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** A person in Chromium between a site and the portal, both as they are: links, single sign-on, data, and being signed out. */
public class SiteInABrowserITest {

    private static final String SITE = "e-tax";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> faults = new ArrayList<>();
    private Instance instance;
    private Chromium chromium;
    private Page page;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @Before
    public void open() throws Exception {
        Optional<String> missing = Chromium.missing();
        assumeTrue(missing.orElse(""), missing.isEmpty());
        instance = Instance.shared();
        chromium = Chromium.start();
        Path hanako = instance.pki().resolve("person-hanako.pem");
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setIgnoreHTTPSErrors(true)
                        .setLocale("en")
                        .setClientCertificates(List.of(new ClientCertificate(instance.certificatesUrl())
                                .setCertPath(hanako)
                                .setKeyPath(hanako))));
        context.setDefaultTimeout(SOON.toMillis());
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
    }

    @After
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    public void aPersonLinksASiteSignsOnHandsDataOverAndIsSignedOutEverywhere() throws Exception {
        unlink();
        signsOnForTheFirstTime();
        refusesARequestAndStaysSignedOn();
        handsOverOneOfTwoItems();
        signsOutAtTheSiteAndThePortal();
        signsOnWithoutAnyPageBetween();
        isSignedOutByThePortal();
        unlink();
        assertTrue(faults.toString(), faults.isEmpty());
    }

    private void signsOnForTheFirstTime() {
        page.navigate(instance.siteUrl(SITE));
        shows("You are not signed on.");
        click("a[href='login']");
        click("form[action$='/link'] button");
        click("p.actions a.button");
        shows("You are signed on.");
    }

    private void refusesARequestAndStaysSignedOn() {
        click("form[action='ask'] button");
        click("form.no button");
        shows("The portal did not grant it.");
        click("main a");
        shows("You are signed on.");
    }

    private void handsOverOneOfTwoItems() {
        click("form[action='ask'] button");
        click("form[action$='/consent'] button");
        sees("input[name=item][value='2']");
        page.check("input[name=item][value='2']");
        click("form[action$='/release'] button");
        click("p.actions a.button");
        shows("Data that was handed over");
        assertTrue(page.content(), page.content().contains("<dt>number</dt><dd>2</dd>"));
        assertFalse(page.content(), page.content().contains("<dt>number</dt><dd>1</dd>"));
    }

    private void signsOutAtTheSiteAndThePortal() {
        click("form[action='sign-out'] button");
        shows("You are signed out of this site.");
        click("form button");
        click("main form:not(.no) button");
        shows("You are not signed on.");
        assertEquals(instance.siteUrl(SITE), page.url());
        page.navigate(instance.peopleUrl() + "/people/sites");
        sees("a[href*='/people/sign-in/certificate']");
    }

    private void signsOnWithoutAnyPageBetween() {
        page.navigate(instance.certificatesUrl() + "/people/sign-in/certificate?to=/people/sites");
        page.navigate(instance.siteUrl(SITE));
        click("a[href='login']");
        shows("You are signed on.");
        assertEquals(instance.siteUrl(SITE), page.url());
    }

    /** The site hears of it by the back channel, and the browser carries nothing. */
    private void isSignedOutByThePortal() throws Exception {
        page.navigate(instance.peopleUrl() + "/people/sites");
        click("form[action$='/people/sign-out'] button");
        Await.until(SOON, this::home, text -> text.contains("You are not signed on."));
        click("a[href='login']");
        assertTrue(page.url(), page.url().startsWith(instance.peopleUrl()));
        sees("a[href*='/people/sign-in/certificate']");
    }

    private String home() {
        page.navigate(instance.siteUrl(SITE));
        return page.content();
    }

    private void unlink() {
        page.navigate(instance.certificatesUrl() + "/people/sign-in/certificate?to=/people/sites");
        page.navigate(instance.peopleUrl() + "/people/sites/" + SITE);
        if (page.locator("form[action$='/revoke']").count() > 0) {
            click("form[action$='/revoke'] button");
        }
    }

    private void shows(String words) {
        sees("text=" + words);
    }

    private void click(String what) {
        sees(what);
        page.click(what);
    }

    private void sees(String what) {
        try {
            page.waitForSelector(what);
        } catch (TimeoutError e) {
            throw new AssertionError(what + " is not on " + page.url() + "\n" + page.content(), e);
        }
    }
}
