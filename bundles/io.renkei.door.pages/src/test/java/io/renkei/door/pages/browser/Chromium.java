package io.renkei.door.pages.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the machine, driven without a window. */
public final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/snap/bin/chromium",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of)
            .toList();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
    }

    /**
     * @return the sentence that says what is missing, for a test that is skipped
     * @throws AssertionError where it is missing and {@code CI} is set
     */
    public static Optional<String> missing() {
        if (executable().isPresent()) {
            return Optional.empty();
        }
        String sentence = "Chromium is not installed; run: apt-get install -y chromium (or ./renkei --yes test)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(sentence);
        }
        return Optional.of(sentence);
    }

    public static Chromium start() {
        return new Chromium(executable().orElseThrow());
    }

    private static Optional<Path> executable() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
