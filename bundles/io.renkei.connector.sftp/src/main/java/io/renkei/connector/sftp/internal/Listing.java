package io.renkei.connector.sftp.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.Handle;

/**
 * The files of a folder; no folders, no links, nothing hidden.
 *
 * @param isWhole whether the folder has no more entries than were read
 * @param oddNames how many files have names that are not taken
 */
record Listing(List<Entry> files, boolean isWhole, int oddNames) {

    /** What an operator should know of it. */
    Set<SftpCode> oddities() {
        Set<SftpCode> odd = EnumSet.noneOf(SftpCode.class);
        if (!isWhole) {
            odd.add(SftpCode.TOO_MANY);
        }
        if (oddNames > 0) {
            odd.add(SftpCode.ODD_NAME);
        }
        return odd;
    }

    /** @param most entries that are read */
    static Listing read(SftpClient sftp, String folder, int most) throws IOException {
        List<Entry> files = new ArrayList<>();
        int read = 0;
        int odd = 0;
        try (CloseableHandle handle = sftp.openDir(folder)) {
            for (List<DirEntry> page = page(sftp, handle); !page.isEmpty(); page = page(sftp, handle)) {
                for (DirEntry each : page) {
                    if (read++ == most) {
                        return new Listing(files, false, odd);
                    }
                    if (isFile(each) && !FileNames.isHidden(each.getFilename())) {
                        if (FileNames.isPlain(each.getFilename())) {
                            files.add(Entry.of(each.getFilename(), each.getAttributes()));
                        } else {
                            odd++;
                        }
                    }
                }
            }
        }
        return new Listing(files, true, odd);
    }

    private static List<DirEntry> page(SftpClient sftp, Handle handle) throws IOException {
        List<DirEntry> page = sftp.readDir(handle);
        return page == null ? List.of() : page;
    }

    private static boolean isFile(DirEntry entry) {
        return entry.getAttributes().isRegularFile();
    }
}
