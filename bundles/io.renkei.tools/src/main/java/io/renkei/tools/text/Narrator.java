package io.renkei.tools.text;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Prints each step with the time since the start; in colour on a terminal. */
public final class Narrator {

    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean colour;
    private final long began = System.nanoTime();

    public Narrator(PrintStream out) {
        this.out = out;
        this.colour = System.console() != null && System.getenv("NO_COLOR") == null;
    }

    public void step(String what, String detail) {
        Duration since = Duration.ofNanos(System.nanoTime() - began);
        out.printf(
                "%s%7.3f s%s  %s%-12s%s %s%n",
                code(DIM), since.toMillis() / 1000.0, code(PLAIN), code(BOLD), what, code(PLAIN), detail);
    }

    public void result(boolean good, String sentence) {
        out.println(code(good ? GREEN : RED) + sentence + code(PLAIN));
    }

    public void line(String text) {
        out.println(text);
    }

    private String code(String escape) {
        return Optional.of(escape).filter(e -> colour).orElse("");
    }
}
