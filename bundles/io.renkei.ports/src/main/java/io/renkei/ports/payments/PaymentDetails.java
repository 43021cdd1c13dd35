package io.renkei.ports.payments;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What concerns the person alone: kept encrypted under the key of the case, printed nowhere, in no event and no list of
 * operators.
 *
 * @param title what it is for, in Japanese, 1 to 200 characters
 * @param titleEn in English, to 200 characters; empty text if there is none
 * @param yen 1 to 999,999,999,999
 * @param link where it is paid in a browser, {@code https://} with a host, to 1,000 visible ASCII characters, without a
 *     user; empty text if there is none
 */
public record PaymentDetails(String title, String titleEn, long yen, PayEasyNumber payEasy, String link) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_LINK = 1_000;
    public static final long MOST_YEN = 999_999_999_999L;

    public PaymentDetails {
        requireText("the title", title, 1);
        requireText("the English title", titleEn, 0);
        Objects.requireNonNull(payEasy, "payEasy");
        Objects.requireNonNull(link, "link");
        if (yen < 1 || yen > MOST_YEN) {
            throw new IllegalArgumentException("the amount lies between 1 and " + MOST_YEN + " yen");
        }
        if (!link.isEmpty() && addressee(link).isEmpty()) {
            throw new IllegalArgumentException("the link begins with https:// and a host, and is plain ASCII");
        }
    }

    private static void requireText(String name, String text, int least) {
        Objects.requireNonNull(text, name);
        int length = text.codePointCount(0, text.length());
        if (length < least || length > LONGEST_TITLE || text.codePoints().anyMatch(PaymentDetails::isNoCharacter)) {
            throw new IllegalArgumentException(
                    name + " has " + least + " to " + LONGEST_TITLE + " characters, none of them a control");
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** Host of the link in lower case, with its port where one is named; empty where there is no link. */
    public Optional<String> linkHost() {
        return link.isEmpty() ? Optional.empty() : addressee(link);
    }

    /** Empty for what is no such link. What a browser could read another way than this parser has no host here. */
    private static Optional<String> addressee(String link) {
        if (link.length() > LONGEST_LINK || !link.matches("https://[\\x21-\\x7e]+")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(link);
            return uri.getHost() == null
                            || uri.getRawUserInfo() != null
                            || !uri.getRawAuthority().equals(authority(uri))
                    ? Optional.empty()
                    : Optional.of(authority(uri).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    @Override
    public String toString() {
        return "PaymentDetails";
    }
}
