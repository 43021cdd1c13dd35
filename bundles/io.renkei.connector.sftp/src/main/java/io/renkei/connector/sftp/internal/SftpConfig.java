package io.renkei.connector.sftp.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Factory PID {@code io.renkei.connector.sftp}. */
@ObjectClassDefinition(
        id = SftpConfig.PID,
        name = "Renkei connector SFTP",
        description = "One folder on a ministry's SFTP server whose files are taken as official documents.")
@interface SftpConfig {

    String PID = "io.renkei.connector.sftp";

    @AttributeDefinition(description = "Destination whose documents the files are, such as e-tax.")
    String destination() default "";

    @AttributeDefinition(description = "Host name or address of the SFTP server.")
    String host() default "";

    @AttributeDefinition(description = "Port of the SFTP server.", min = "1", max = "65535")
    int port() default 22;

    @AttributeDefinition(
            description =
                    "Fingerprints of the server's host keys, as ssh-keygen -lf prints them (SHA256:...), divided by commas. A server that shows another key is not used.")
    String host_keys() default "";

    @AttributeDefinition(description = "Name of this gateway's account at the server.")
    String user() default "";

    @AttributeDefinition(
            description =
                    "File with the private key that this gateway logs in with, as ssh-keygen writes it, without a passphrase, readable by its owner only.")
    String key_file() default "";

    @AttributeDefinition(
            description =
                    "Folder on the server, from its root or from where the login leads. Nothing outside it is read or written.")
    String folder() default "";

    @AttributeDefinition(
            description =
                    "Ending of the marker file that says that a file is complete, such as .done for decision.xml.done. Empty: a file is complete when it has stayed the same for settle.millis.")
    String marker_suffix() default "";

    @AttributeDefinition(
            description = "How long size and time of a file stay the same until it is taken, in milliseconds.",
            min = "0",
            max = "86400000")
    long settle_millis() default 30000;

    @AttributeDefinition(description = "Pause between two visits, in milliseconds.", min = "100", max = "86400000")
    long poll_pause_millis() default 60000;

    @AttributeDefinition(description = "Longest wait for a connection, in milliseconds.", min = "10", max = "60000")
    long connect_timeout_millis() default 5000;

    @AttributeDefinition(
            description = "Longest wait for one answer of the server, in milliseconds.",
            min = "10",
            max = "300000")
    long response_timeout_millis() default 30000;

    @AttributeDefinition(
            description = "Longest visit, all its files together, in milliseconds.",
            min = "1000",
            max = "3600000")
    long total_timeout_millis() default 600000;

    @AttributeDefinition(
            description =
                    "Largest file that is taken, in bytes; a larger one goes to refused. See document.max.bytes of io.renkei.notices too.",
            min = "1",
            max = "1073741824")
    long file_max_bytes() default 52428800;

    @AttributeDefinition(description = "Most files that one visit takes, the oldest first.", min = "1", max = "1000")
    int files_max() default 100;

    @AttributeDefinition(description = "Most entries of the folder that one visit reads.", min = "1", max = "100000")
    int list_max() default 10000;
}
