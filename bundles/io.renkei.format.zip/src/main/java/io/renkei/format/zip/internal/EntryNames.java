package io.renkei.format.zip.internal;

import io.renkei.ports.packages.PackageRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one ZIP. A name is UTF-8 when its flag says so; else UTF-8 when it is valid as such, else windows-31j. It
 * is never repaired. Two names are the same when they differ only in case or in Unicode composition (NFC), as they then
 * would on the file systems of some receivers; a file is not a folder at the same time.
 */
final class EntryNames {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final int mostCharacters;
    private final Set<String> entries = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    EntryNames(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** @param place what the entry is called in a refusal, as its name is not yet known to be harmless */
    String accept(byte[] raw, boolean utf8, String place) throws PackageRefused {
        String name = decode(raw, utf8, place);
        check(name, place);
        remember(name);
        return name;
    }

    private static String decode(byte[] raw, boolean utf8, String place) throws PackageRefused {
        Optional<String> name = strict(raw, StandardCharsets.UTF_8);
        if (name.isEmpty() && !utf8) {
            name = strict(raw, WINDOWS_31J);
        }
        return name.orElseThrow(() -> ZipCode.NAME_UNREADABLE.at(place));
    }

    private static Optional<String> strict(byte[] raw, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void check(String name, String place) throws PackageRefused {
        if (name.codePointCount(0, name.length()) > mostCharacters) {
            throw ZipCode.NAME_TOO_LONG.at(place, mostCharacters);
        }
        if (name.codePoints().anyMatch(EntryNames::isInvisible)) {
            throw ZipCode.NAME_CONTROL.at(place);
        }
        if (name.indexOf('\\') >= 0) {
            throw ZipCode.NAME_BACKSLASH.at(place);
        }
        if (name.startsWith("/") || hasDrive(name)) {
            throw ZipCode.NAME_ABSOLUTE.at(place);
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw ZipCode.NAME_ESCAPES.at(place);
            }
        }
    }

    private static boolean hasDrive(String name) {
        return name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private void remember(String name) throws PackageRefused {
        String key = folded(name);
        if (!entries.add(key)) {
            throw ZipCode.NAME_TWICE.at(name);
        }
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            String folder = key.substring(0, slash);
            folders.add(folder);
            if (files.contains(folder)) {
                throw ZipCode.NAME_TWICE.at(name);
            }
        }
        if (!key.endsWith("/")) {
            files.add(key);
            if (folders.contains(key)) {
                throw ZipCode.NAME_TWICE.at(name);
            }
        }
    }

    private static String folded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String lower = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }
}
