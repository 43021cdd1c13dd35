package io.renkei.routes.internal;

import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.PackageFiles;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.packages.PackageRefused;
import io.renkei.ports.packages.Packages;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** The files of one application's package, opened when the first of them is asked for. */
final class PackageParts {

    private final ContentStore contents;
    private final Packages packages;
    private final UUID content;
    private PackageFiles files;

    PackageParts(ContentStore contents, Packages packages, UUID content) {
        this.contents = contents;
        this.packages = packages;
        this.content = content;
    }

    /** @throws IOException if the store does not give the package, or the part is not in it as it was signed */
    synchronized byte[] bytes(Part part) throws IOException {
        if (files == null) {
            files = open();
        }
        byte[] bytes = files.bytes(part.file())
                .orElseThrow(() -> new IOException("the package has no longer a file that the filing names"));
        if (!Sha256.of(bytes).equals(part.digest())) {
            throw new IOException("a file of the package is not the one that was signed");
        }
        return bytes;
    }

    private PackageFiles open() throws IOException {
        try (InputStream stored = contents.open(content)) {
            return packages.open(stored.readAllBytes());
        } catch (PackageRefused e) {
            throw new IOException("the stored package does not open any more", e);
        }
    }
}
