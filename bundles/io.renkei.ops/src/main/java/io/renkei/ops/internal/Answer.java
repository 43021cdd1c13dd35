package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** What a command found out or did. */
public interface Answer {

    /** For a person. */
    void print(Page page);

    /** For a program: exactly one value. */
    void json(JsonGenerator out) throws IOException;

    /** Why the command ends with exit code 1 though it has an answer. */
    default Optional<String> alarm() {
        return Optional.empty();
    }
}
