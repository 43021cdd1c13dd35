package io.renkei.connector.sftp.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Where files go: {@code done} and {@code refused}, with a word to the ministry. The word is written first and the file is
 * moved last, so that a file that left the folder has its word, and a kill in between is made good by doing it again.
 */
final class Shelf {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String RECEIPTS = "receipts";
    private static final int MOST_OF_ONE_NAME = 1_000;

    private final SftpClient sftp;
    private final String folder;

    Shelf(SftpClient sftp, String folder) {
        this.sftp = sftp;
        this.folder = folder;
    }

    /** Makes what is not there. @throws IOException if it cannot */
    void prepare() throws IOException {
        for (String name : List.of(DONE, REFUSED, RECEIPTS)) {
            if (look(path(name)).isEmpty()) {
                make(path(name));
            }
        }
    }

    /** Another node may make it in the same moment. */
    private void make(String path) throws IOException {
        try {
            sftp.mkdir(path);
        } catch (SftpException e) {
            if (look(path).isEmpty()) {
                throw e;
            }
        }
    }

    void keep(String name, String notice) throws IOException {
        String free = free(DONE, name);
        move(name, DONE + "/" + free, RECEIPTS + "/" + free + ".receipt", Words.receipt(notice));
    }

    /** @param notice where the document is kept, or empty text */
    void refuse(String name, SftpCode reason, String code, String notice) throws IOException {
        String to = REFUSED + "/" + free(REFUSED, name);
        move(name, to, to + ".reason", Words.reason(reason, code, notice));
    }

    /** Nothing if it is not there. */
    void remove(String name) throws IOException {
        try {
            sftp.remove(path(name));
        } catch (SftpException e) {
            requireAbsence(e);
        }
    }

    /** The file as it is now; empty if it is not there. */
    Optional<Entry> find(String name) throws IOException {
        return look(path(name)).map(attributes -> Entry.of(name, attributes));
    }

    /** The name, or where an earlier file has it with a number behind it. */
    private String free(String shelf, String name) throws IOException {
        for (int i = 1; i < MOST_OF_ONE_NAME; i++) {
            String free = i == 1 ? name : name + "." + i;
            if (look(path(shelf + "/" + free)).isEmpty()) {
                return free;
            }
        }
        throw new IOException("too many files of one name; have the folders cleared");
    }

    /** If another node moved the file in the same moment, to another place, no second word is left. */
    private void move(String from, String to, String word, String text) throws IOException {
        write(path(word), text);
        try {
            sftp.rename(path(from), path(to));
        } catch (SftpException e) {
            requireAbsence(e);
            if (look(path(to)).isEmpty()) {
                remove(word);
            }
        }
    }

    private void write(String path, String text) throws IOException {
        try (OutputStream out = sftp.write(path, OpenMode.Create, OpenMode.Truncate, OpenMode.Write)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<Attributes> look(String path) throws IOException {
        try {
            return Optional.of(sftp.lstat(path));
        } catch (SftpException e) {
            requireAbsence(e);
            return Optional.empty();
        }
    }

    /** @throws SftpException the failure itself, unless it says that nothing is there */
    private static void requireAbsence(SftpException e) throws SftpException {
        if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
            throw e;
        }
    }

    private String path(String name) {
        return folder + "/" + name;
    }
}
