package io.renkei.format.portal.internal;

import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader.Attachment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the announced and signed attachments against the files of the package: none missing, extra or changed. */
final class AttachmentCheck {

    private AttachmentCheck() {}

    static void judge(List<Attachment> announced, PackageFiles files, Faults faults) {
        Set<String> expected = new HashSet<>();
        expected.add(PackageFiles.DOCUMENT);
        for (int i = 0; i < announced.size(); i++) {
            Attachment attachment = announced.get(i);
            String place = "content/attachments/attachment[" + (i + 1) + "]";
            expected.add(attachment.file());
            Optional<byte[]> bytes =
                    attachment.file().equals(PackageFiles.DOCUMENT) ? Optional.empty() : files.bytes(attachment.file());
            if (bytes.isEmpty()) {
                faults.add(PortalCode.ATTACHMENT_MISSING.at(place));
            } else if (bytes.get().length != attachment.size()
                    || !Sha256.of(bytes.get()).equals(attachment.digest())) {
                faults.add(PortalCode.ATTACHMENT_CHANGED.at(place));
            }
        }
        List<String> names = files.names();
        for (int i = 0; i < names.size(); i++) {
            if (!expected.contains(names.get(i))) {
                faults.add(PortalCode.ATTACHMENT_EXTRA.at("package/file[" + (i + 1) + "]"));
            }
        }
    }
}
