package io.renkei.intake.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemValue;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.filing.FilingBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which files of the package a filing takes along. */
final class FilingParts {

    private FilingParts() {}

    /** The applicant's original files of the procedure, then the attachments that its items name, in package order. */
    static FilingBody body(Planned filing, ApplicationPackage content) {
        ProcedurePart part = content.procedures().get(filing.part());
        List<Part> parts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Attachment original : part.original()) {
            if (taken.add(original.file())) {
                parts.add(part(original, true));
            }
        }
        Set<String> named = new HashSet<>();
        gather(filing.content(), named);
        if (!named.isEmpty()) {
            for (Attachment attachment : content.attachments()) {
                if (named.contains(attachment.id()) && taken.add(attachment.file())) {
                    parts.add(part(attachment, false));
                }
            }
        }
        return new FilingBody(filing.content(), part.originalFormat(), parts);
    }

    private static void gather(FilingContent content, Set<String> named) {
        for (ItemValue value : content.items().values()) {
            if (value instanceof ItemValue.AttachmentRef attachment) {
                named.add(attachment.id());
            } else if (value instanceof ItemValue.Group group) {
                group.members().forEach(member -> gather(member, named));
            }
        }
    }

    private static Part part(Attachment file, boolean original) {
        return new Part(file.id(), file.file(), original, file.mediaType(), file.size(), file.digest());
    }
}
