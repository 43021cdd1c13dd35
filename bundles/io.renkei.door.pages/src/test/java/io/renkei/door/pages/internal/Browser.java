package io.renkei.door.pages.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** What a browser does with pages, without looking at them: cookies, redirects, and forms with their hidden fields. Checks each page. */
final class Browser {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    final Map<String, String> cookies = new TreeMap<>();
    private final HttpClient http;
    private final String language;

    /** A page as it came. */
    record Page(URI address, int status, String html, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> String.join(", ", each.getValue()))
                    .findFirst()
                    .orElse("");
        }

        boolean says(String text) {
            return html.contains(text);
        }
    }

    Browser(SSLContext tls, String language) {
        this.http = HttpClient.newBuilder()
                .sslContext(tls)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.language = language;
    }

    Page open(URI address) {
        return follow(send(address, "GET", "", "none"));
    }

    Page open(Town town, String path) {
        return open(town.settings.people().resolve(path));
    }

    /** Without following what the answer points to. */
    Page ask(URI address) {
        return send(address, "GET", "", "none");
    }

    Page ask(URI address, String site) {
        return send(address, "GET", "", site);
    }

    /** Sends the form of a page whose address ends like this, with what the person put in. */
    Page submit(Page page, String action, String... fields) {
        Matcher forms = FORM.matcher(page.html());
        while (forms.find()) {
            if (forms.group(1).endsWith(action)) {
                List<String> body = new ArrayList<>();
                Matcher hidden = HIDDEN.matcher(forms.group(2));
                while (hidden.find()) {
                    body.add(encode(hidden.group(1)) + "=" + encode(hidden.group(2)));
                }
                for (int i = 0; i < fields.length; i += 2) {
                    body.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
                }
                return follow(
                        send(page.address().resolve(forms.group(1)), "POST", String.join("&", body), "same-origin"));
            }
        }
        throw new AssertionError("no form " + action + " in\n" + page.html());
    }

    Page post(URI address, String body, String site) {
        return send(address, "POST", body, site);
    }

    private Page follow(Page page) {
        Page now = page;
        for (int i = 0; i < 8 && (now.status() == 303 || now.status() == 302); i++) {
            now = send(now.address().resolve(now.header("Location")), "GET", "", "same-origin");
        }
        if (now.header("Content-Type").startsWith("text/html")
                && now.address().getPath().startsWith("/people")) {
            Pages.check(now);
        }
        return now;
    }

    private Page send(URI address, String method, String body, String site) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10))
                .header("Accept-Language", language)
                .header("Sec-Fetch-Site", site)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!cookies.isEmpty()) {
            List<String> all = new ArrayList<>();
            cookies.forEach((name, value) -> all.add(name + "=" + value));
            request.header("Cookie", String.join("; ", all));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(
                    address,
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8).replace("&#x3D;", "="),
                    response.headers().map());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
