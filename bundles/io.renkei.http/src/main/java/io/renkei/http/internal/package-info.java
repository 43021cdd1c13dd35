/**
 * How one exchange is bounded. {@link io.renkei.http.internal.Bounds} stands around the whole execution and makes a {@link
 * io.renkei.http.internal.Deadline}, which is met when the last byte of the answer was read and cuts the connection
 * otherwise. {@link io.renkei.http.internal.SendingMark} tells what was sent.
 */
package io.renkei.http.internal;
