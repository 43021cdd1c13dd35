package io.renkei.ports.filing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.renkei.api.model.CorrectionRequest.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of the reasons of a correction: JSON in UTF-8, a list that begins with its version, then one list of
 * five texts per reason: {@code [1,["item","text","code","sentence","sentenceJa"],…]}. Safe for use by several threads.
 */
public final class CorrectionReasons {

    private static final int VERSION = 1;
    private static final int FIELDS = 5;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private CorrectionReasons() {}

    public static byte[] write(List<Reason> reasons) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            json.writeNumber(VERSION);
            for (Reason reason : reasons) {
                String[] fields = {reason.item(), reason.text(), reason.code(), reason.sentence(), reason.sentenceJa()};
                json.writeArray(fields, 0, FIELDS);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are no reasons of this version; the sentence repeats no value */
    public static List<Reason> read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            require(json.nextToken() == JsonToken.START_ARRAY);
            require(json.nextToken() == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == VERSION);
            List<Reason> reasons = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                reasons.add(new Reason(text(json), text(json), text(json), text(json), text(json)));
                require(json.nextToken() == JsonToken.END_ARRAY);
            }
            require(json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null);
            return reasons;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the reasons of a correction are no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private static String text(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "the reasons of a correction have another form than this version writes");
        }
    }
}
