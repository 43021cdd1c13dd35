package io.renkei.ports.filing;

import io.renkei.api.model.FilingContent;
import io.renkei.api.spi.DispatchTask;
import java.util.List;
import java.util.Objects;

/**
 * What one filing says.
 *
 * @param content its items, the common ones among them
 * @param originalFormat what the original files are, or empty text
 * @param parts original files and attachments, by their names in the package
 */
public record FilingBody(FilingContent content, String originalFormat, List<DispatchTask.Part> parts) {

    public FilingBody {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(originalFormat, "originalFormat");
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "FilingBody" + content.items().keySet();
    }
}
