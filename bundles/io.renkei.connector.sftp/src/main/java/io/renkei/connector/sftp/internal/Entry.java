package io.renkei.connector.sftp.internal;

import org.apache.sshd.sftp.client.SftpClient.Attributes;

/**
 * A file as the server listed it.
 *
 * @param modified in seconds since 1970, by the server's clock
 */
record Entry(String name, long size, long modified) {

    static Entry of(String name, Attributes attributes) {
        long modified = attributes.getModifyTime() == null
                ? 0
                : attributes.getModifyTime().toInstant().getEpochSecond();
        return new Entry(name, attributes.getSize(), modified);
    }

    /** Changes when the file changes. */
    String version() {
        return size + "-" + modified;
    }
}
