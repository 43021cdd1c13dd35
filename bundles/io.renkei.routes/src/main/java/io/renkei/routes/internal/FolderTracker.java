package io.renkei.routes.internal;

import io.renkei.api.spi.NoticeFolder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Hands folders of documents to the host as their services come and go. */
final class FolderTracker implements ServiceTrackerCustomizer<NoticeFolder, NoticeFolder> {

    private final BundleContext bundles;
    private final NoticeFolders folders;

    FolderTracker(BundleContext bundles, NoticeFolders folders) {
        this.bundles = bundles;
        this.folders = folders;
    }

    @Override
    public NoticeFolder addingService(ServiceReference<NoticeFolder> reference) {
        NoticeFolder folder = bundles.getService(reference);
        if (folder != null) {
            folders.add(folder, ConnectorSource.of(reference));
        }
        return folder;
    }

    @Override
    public void modifiedService(ServiceReference<NoticeFolder> reference, NoticeFolder folder) {
        // Destination and visiting of a registered service never change.
    }

    @Override
    public void removedService(ServiceReference<NoticeFolder> reference, NoticeFolder folder) {
        folders.remove(folder);
        bundles.ungetService(reference);
    }
}
