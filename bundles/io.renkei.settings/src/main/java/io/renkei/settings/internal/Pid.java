package io.renkei.settings.internal;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The PID of one configuration.
 *
 * @param value as Config Admin has it; {@code factory~instance} for an instance that has a file
 * @param declared the PID that a bundle declares: for an instance the factory's
 */
record Pid(String value, String declared) {

    /** All that may be ours, for Config Admin. */
    static final String FILTER = "(|(service.pid=io.renkei.*)(service.pid=*.connector.*))";

    private static final Pattern OURS = Pattern.compile("io\\.renkei\\..+|.+\\.connector\\..+");

    Pid {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(declared, "declared");
    }

    /** @param factory null for what is no instance */
    static Pid of(String value, String factory) {
        return new Pid(value, factory == null ? value : factory);
    }

    /** @param name that of the file, without {@code .cfg} */
    static Pid named(String name) {
        int hyphen = name.indexOf('-');
        return hyphen < 0
                ? new Pid(name, name)
                : new Pid(name.substring(0, hyphen) + "~" + name.substring(hyphen + 1), name.substring(0, hyphen));
    }

    /** Whether it belongs to the gateway or to somebody's connector, and may be a file's name. */
    boolean isOurs() {
        return isOurs(value) && value.chars().noneMatch(each -> each == '/' || each == '\\');
    }

    /** Whether a PID or the name of a bundle is the gateway's, or a connector's: those have {@code .connector.} in them. */
    static boolean isOurs(String name) {
        return OURS.matcher(name).matches();
    }

    boolean isInstance() {
        return !value.equals(declared);
    }

    /** Of an instance. */
    String instance() {
        return value.substring(value.indexOf('~') + 1);
    }

    String name() {
        return value.replaceFirst("~", "-");
    }
}
