package io.renkei.ops.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.people.AccountId;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Turns what an operator typed into what it names; each throws an {@link OpsFault} that says what is wrong. */
public final class Names {

    private Names() {}

    public static ArrivalNumber number(String text) {
        return read(text, ArrivalNumber::new);
    }

    public static FilingKey key(String text) {
        return read(text, FilingKey::parse);
    }

    public static DestinationId destination(String text) {
        return read(text, DestinationId::new);
    }

    public static PartnerId partner(String text) {
        return read(text, PartnerId::new);
    }

    public static NoticeId notice(String text) {
        return read(text, id -> new NoticeId(UUID.fromString(id)));
    }

    public static AccountId account(String text) {
        return AccountId.parse(text)
                .orElseThrow(() -> OpsCode.ARGUMENT.fault("\"" + text + "\" is no number of an account."));
    }

    /** A word of the given kind, in either case; with hyphens for underscores if one likes. */
    public static <E extends Enum<E>> E word(Class<E> kind, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> OpsCode.ARGUMENT.fault(
                        "\"" + text + "\" is none of " + Arrays.toString(kind.getEnumConstants()) + "."));
    }

    /** What an option names, or empty where it was not given. */
    public static <T> Optional<T> given(String text, Function<String, T> form) {
        return Optional.ofNullable(text).map(form);
    }

    /** @return the limit, if it lies between 1 and {@code most} */
    static int limit(int limit, int most) {
        return between("--limit", limit, most);
    }

    /** @return the number, if it lies between 1 and {@code most} */
    public static int between(String option, int number, int most) {
        if (number < 1 || number > most) {
            throw OpsCode.ARGUMENT.fault(option + " lies between 1 and " + most + ".");
        }
        return number;
    }

    private static <T> T read(String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw OpsCode.ARGUMENT.fault("\"" + text + "\": " + e.getMessage() + ".");
        }
    }
}
