package io.renkei.tools.linkage;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A page, as the person sees it.
 *
 * @param at its address
 */
public record Page(URI at, int status, Document document) {

    public String title() {
        return document.select("h1").text();
    }

    /** Whether it says this, wherever. */
    public boolean says(String text) {
        return document.text().contains(text);
    }

    /** What matches a CSS query, in words. */
    public List<String> texts(String query) {
        return document.select(query).eachText();
    }

    /** The card of the list whose heading begins so. */
    public Element card(String heading) throws IOException {
        for (Element card : document.select("li.card")) {
            if (card.select("h2").text().startsWith(heading)) {
                return card;
            }
        }
        throw new IOException("the page \"" + title() + "\" names no " + heading);
    }

    public boolean hasForm(String actionEnd) {
        return document.select("form").stream()
                .anyMatch(form -> form.attr("action").endsWith(actionEnd));
    }

    /** @throws IOException if there is no such form */
    public FormElement form(String actionEnd) throws IOException {
        for (FormElement form : document.forms()) {
            if (form.attr("action").endsWith(actionEnd)) {
                return form;
            }
        }
        throw new IOException("the page \"" + title() + "\" (" + status + ") has no form for " + actionEnd
                + document.select(".code").text());
    }

    /** Where a link leads whose address has this in it. */
    public URI link(String part) throws IOException {
        for (Element link : document.select("main a[href]")) {
            if (link.attr("href").contains(part)) {
                return at.resolve(link.attr("href"));
            }
        }
        throw new IOException("the page \"" + title() + "\" (" + status + ") has no link to " + part + " "
                + document.select(".code").text());
    }
}
