package io.renkei.ports.sites;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a site; it is the OAuth 2.0 {@code client_id} as well. Lower-case ASCII letters, digits and hyphens, 2 to 40. */
public record SiteId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]");

    public SiteId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a site");
        }
    }

    /** Empty if the text is none. */
    public static Optional<SiteId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SiteId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
