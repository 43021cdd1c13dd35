package io.renkei.tools.linkage;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The person's browser, without script: keeps cookies, follows redirects, sends the forms of pages with what stands in them. It shows its
 * certificate where TLS asks for one.
 */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient http;
    private final URI home;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param home address of the pages; what leads elsewhere but to its host is not followed */
    public Browser(URI home, SSLContext tls) {
        this.home = home;
        this.http = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Where a visit ended: at a page of the gateway, or at an address of a site. */
    public record Arrival(Optional<Page> page, URI at) {

        public Page onPage() throws IOException {
            return page.orElseThrow(() -> new IOException("sent to " + at.getPath() + " before its time"));
        }

        /** @throws IOException if the person is at a page still */
        public URI atSite() throws IOException {
            if (page.isPresent()) {
                throw new IOException("still at the page \"" + page.get().title() + "\" ("
                        + page.get().status() + ") "
                        + String.join(" ", page.get().texts(".code")));
            }
            return at;
        }
    }

    public Page open(String path) throws IOException, InterruptedException {
        return go(home.resolve(path)).onPage();
    }

    public Arrival go(URI address) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(address).GET(), address);
    }

    /** A sign-on at a site without any page between: the person is signed in and the link holds. */
    public Tokens signOn(RelyingParty site) throws IOException, InterruptedException {
        Begun begun = site.begin(Optional.empty()).given();
        return site.tokens(
                        begun, site.answer(begun, go(begun.address()).atSite()).given())
                .given();
    }

    /** Sends a form with what stands in it. */
    public Arrival submit(Page page, FormElement form) throws IOException, InterruptedException {
        return submitWith(page, form, Map.of());
    }

    /** Sends a form with these values instead of what stands in it under their names: a button that is pressed, or what no page shows. */
    Arrival submitWith(Page page, FormElement form, Map<String, List<String>> values)
            throws IOException, InterruptedException {
        URI address = page.at().resolve(form.attr("action"));
        Stream<String> shown = form.formData().stream()
                .filter(field -> !values.containsKey(field.key()))
                .map(field -> encoded(field.key(), field.value()));
        Stream<String> put = values.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey(), value)));
        String body = Stream.concat(shown, put).collect(Collectors.joining("&"));
        return follow(posted(address, body), address);
    }

    /** Sends a form with these boxes of a name checked, and no others. */
    Arrival submit(Page page, FormElement form, String name, Set<String> values)
            throws IOException, InterruptedException {
        for (Element box : form.select("input[name=" + name + "]")) {
            if (values.contains(box.attr("value"))) {
                box.attr("checked", "checked");
            } else {
                box.removeAttr("checked");
            }
        }
        return submit(page, form);
    }

    /** A file of the gateway. */
    String file(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(home.resolve(path)).GET());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Sends a form that is answered by a file. */
    byte[] download(Page page, FormElement form) throws IOException, InterruptedException {
        URI address = page.at().resolve(form.attr("action"));
        String body = form.formData().stream()
                .map(field -> encoded(field.key(), field.value()))
                .collect(Collectors.joining("&"));
        HttpResponse<byte[]> answer = send(posted(address, body), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200
                || answer.headers().firstValue("content-disposition").isEmpty()) {
            throw new IOException(address.getPath() + " answered " + answer.statusCode() + " and no file");
        }
        return answer.body();
    }

    private static HttpRequest.Builder posted(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin(address))
                .POST(BodyPublishers.ofString(body));
    }

    /** As when all windows are closed. */
    public void forget() {
        cookies.clear();
    }

    private Arrival follow(HttpRequest.Builder request, URI address) throws IOException, InterruptedException {
        URI at = address;
        HttpResponse<String> answer = send(request);
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<URI> next = next(answer, at);
            if (next.isEmpty()) {
                return new Arrival(
                        Optional.of(new Page(at, answer.statusCode(), Jsoup.parse(answer.body(), at.toString()))), at);
            }
            at = next.get();
            if (!at.getHost().equals(home.getHost()) || isOfSites(at)) {
                return new Arrival(Optional.empty(), at);
            }
            answer = send(HttpRequest.newBuilder(at).GET());
        }
        throw new IOException("too many redirects, the last to " + at.getPath());
    }

    /** A redirect, or a page that leads on by itself. */
    private static Optional<URI> next(HttpResponse<String> answer, URI at) {
        return answer.headers()
                .firstValue("location")
                .or(() -> answer.headers()
                        .firstValue("refresh")
                        .filter(refresh -> refresh.startsWith("0;"))
                        .map(refresh -> refresh.substring(refresh.indexOf('=') + 1)))
                .map(at::resolve);
    }

    /** In the sandbox sites live on the gateway's host. */
    private static boolean isOfSites(URI address) {
        return address.getPath().startsWith("/sites/");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading)
            throws IOException, InterruptedException {
        request.timeout(PATIENCE).header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<T> answer = http.send(request.build(), reading);
        answer.headers().allValues("set-cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String pair = cookie.split(";")[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
