package io.renkei.tools.text;

/** Colours, where there is a terminal that wants them (no {@code NO_COLOR}). */
public final class Paint {

    private final boolean colour;

    private Paint(boolean colour) {
        this.colour = colour;
    }

    public static Paint ofTerminal() {
        return new Paint(System.console() != null && System.getenv("NO_COLOR") == null);
    }

    public static Paint plain() {
        return new Paint(false);
    }

    public String bold(String text) {
        return code("1", text);
    }

    public String dim(String text) {
        return code("2", text);
    }

    public String good(String text) {
        return code("32", text);
    }

    public String bad(String text) {
        return code("31", text);
    }

    public String goodOrBad(boolean good, String text) {
        return good ? good(text) : bad(text);
    }

    private String code(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
