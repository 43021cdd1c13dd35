/**
 * Official documents that a ministry leaves as files on its own SFTP server. An {@link
 * io.renkei.connector.sftp.internal.SftpFolder} is one folder there. Each look is an {@link
 * io.renkei.connector.sftp.internal.SftpVisit} over a connection of its own, so between two looks there is no connection
 * and no thread; all that is remembered is how long a file has been the same ({@link
 * io.renkei.connector.sftp.internal.Looks}), and that may be forgotten. The moving of a file is the last thing that is done
 * to it: a file that lies in the folder is not settled, one that left it is.
 */
package io.renkei.connector.sftp.internal;
