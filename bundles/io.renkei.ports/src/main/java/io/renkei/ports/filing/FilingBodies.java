package io.renkei.ports.filing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The stored form of a {@link FilingBody}: compact JSON in UTF-8 with its version first, items in their order.
 *
 * <pre>
 * {"version":1,"originalFormat":"",
 *  "items":{"employee.name":{"text":"…"},"employee.sex":{"code":["sex","female"]}},
 *  "parts":[{"id":"a1","file":"a1.pdf","original":false,"mediaType":"application/pdf","size":9,"digest":"…"}]}
 * </pre>
 *
 * Each item holds one value under the name of its type: {@code text}, {@code kana}, {@code date} (ISO 8601), {@code
 * money} (yen), {@code code} (list and value), {@code corporate}, {@code individual}, {@code attachment} or {@code
 * group} (a list of item objects). Safe for use by several threads.
 */
public final class FilingBodies {

    /** The version that is written, and the only one that is read. */
    static final int VERSION = 1;

    /** How deep groups may stand in groups. */
    static final int MAX_DEPTH = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();
    private static final int USUAL_SIZE = 2_048;

    private FilingBodies() {}

    /** @throws IllegalArgumentException if groups stand deeper in groups than eight levels */
    public static byte[] write(FilingBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            new FilingBodyWriter(json).write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException if the bytes are no body of this version: another version, a key twice, out of
     *     its order or unknown, a value of another form, or bytes after the end. The sentence repeats no value.
     */
    public static FilingBody read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            return new FilingBodyReader(json).read();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body of a filing is no JSON at byte "
                    + e.getLocation().getByteOffset() + ", or holds a key twice");
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }
}
